import { Module } from '@nestjs/common';
import { ProofController } from './proof.controller.js';
import { ProofService } from './proof.service.js';
import { ProofStore } from './proof.store.js';
import { ReceiptStore } from './receipt.store.js';
import { ReceiptWriter } from './receipt-writer.js';

@Module({
  controllers: [ProofController],
  providers: [ProofService, ReceiptWriter, ProofStore, ReceiptStore],
})
export class ProofModule {}
