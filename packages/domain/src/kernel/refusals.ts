/* oxlint-disable max-lines -- One table of sentences: each is found in one place. */
/** Every refusal the product can give: its HTTP status, and the sentence a person reads in each language. */
export const refusals = {
  'input.invalid': {
    status: 422,
    id: 'Ada isian yang belum benar. Periksa lalu kirim lagi.',
    en: 'Some values are not valid. Check them and send again.',
  },
  'input.too-large': {
    status: 413,
    id: 'Kiriman ini terlalu besar. Bagi menjadi beberapa bagian.',
    en: 'This is too large. Send it in parts.',
  },
  'origin.refused': {
    status: 403,
    id: 'Permintaan ini tidak datang dari halaman Mufakat.',
    en: 'This request did not come from a Mufakat page.',
  },
  'rate.limited': {
    status: 429,
    id: 'Terlalu sering. Tunggu sebentar lalu coba lagi.',
    en: 'Too many attempts. Wait a moment, then try again.',
  },
  'server.failed': {
    status: 500,
    id: 'Belum berhasil karena gangguan di server. Tulisan Anda aman di sini; coba lagi.',
    en: 'The server had a problem. What you wrote is safe here; try again.',
  },
  'server.restarting': {
    status: 503,
    id: 'Server sedang dimulai ulang. Coba lagi sebentar lagi.',
    en: 'The server is restarting. Try again in a moment.',
  },
  'not-found': {
    status: 404,
    id: 'Ini tidak ada, atau bukan untuk Anda.',
    en: 'This does not exist, or is not for you.',
  },
  'version.stale': {
    status: 409,
    id: 'Isi ini baru saja diubah orang lain. Lihat yang terbaru lalu pilih.',
    en: 'Somebody has just changed this. Look at the newest version, then choose.',
  },
  'id.taken': {
    status: 409,
    id: 'Ini sudah pernah dibuat dengan isi yang lain.',
    en: 'This was already created with other content.',
  },
  'session.missing': { status: 401, id: 'Silakan masuk dulu.', en: 'Please sign in first.' },
  'session.refused': {
    status: 401,
    id: 'Surel, nomor HP, atau kata sandi tidak cocok.',
    en: 'The e-mail, phone number or password does not match.',
  },
  'session.too-many': {
    status: 429,
    id: 'Terlalu banyak percobaan. Tunggu sampai 15 menit lalu coba lagi.',
    en: 'Too many attempts. Wait up to 15 minutes, then try again.',
  },
  'session.confirm': {
    status: 403,
    id: 'Masukkan kata sandi Anda sekali lagi untuk tindakan ini.',
    en: 'Enter your password once more for this.',
  },
  'seat.suspended': {
    status: 403,
    id: 'Akun atau perusahaan ini sedang ditangguhkan.',
    en: 'This account or organization is suspended.',
  },
  'seat.read-only': {
    status: 403,
    id: 'Pengamat dapat membaca, tetapi tidak mengubah.',
    en: 'Observers can read, but not change things.',
  },
  'seat.role-needed': {
    status: 403,
    id: 'Peran Anda tidak mencakup tindakan ini.',
    en: 'Your role does not include this.',
  },
  'seat.not-your-firm': {
    status: 403,
    id: 'Ini hanya dapat dilakukan admin perusahaannya sendiri.',
    en: "Only that organization's own admin can do this.",
  },
  'seat.last-admin': {
    status: 422,
    id: 'Perusahaan harus punya paling sedikit satu admin dan satu penanda tangan di sini.',
    en: 'An organization needs at least one admin and one signatory here.',
  },
  'seat.ended': { status: 422, id: 'Kursi ini sudah diakhiri.', en: 'This seat has already ended.' },
  'password.common': {
    status: 422,
    id: 'Kata sandi ini terlalu mudah ditebak. Pakai beberapa kata yang tidak lazim.',
    en: 'This password is too easy to guess. Use a few unusual words.',
  },
  'login.taken': {
    status: 409,
    id: 'Surel atau nomor HP ini sudah dipakai. Masuk dulu, lalu buka undangannya lagi.',
    en: 'This e-mail or phone number is already in use. Sign in, then open the invitation again.',
  },
  'login.needed': {
    status: 422,
    id: 'Isi surel atau nomor HP, paling sedikit salah satu.',
    en: 'Give an e-mail or a phone number, at least one of them.',
  },
  'reset.refused': {
    status: 422,
    id: 'Kode tidak cocok atau sudah kedaluwarsa. Minta kode baru dari admin perusahaan Anda.',
    en: "The code does not match or has expired. Ask your organization's admin for a new one.",
  },
  'setup.closed': { status: 404, id: 'Server ini sudah disiapkan.', en: 'This server is already set up.' },
  'setup.refused': {
    status: 422,
    id: 'Kode penyiapan tidak cocok atau sudah lewat 60 menit. Mulai ulang server untuk kode baru.',
    en: 'The setup code does not match or is over 60 minutes old. Restart the server for a new one.',
  },
  'invitation.refused': {
    status: 422,
    id: 'Undangan ini tidak berlaku lagi. Minta yang baru kepada pengundang.',
    en: 'This invitation is no longer valid. Ask for a new one.',
  },
  'invitation.used': {
    status: 422,
    id: 'Undangan ini sudah dipakai. Bila Anda yang memakainya, masuk saja dengan akun Anda.',
    en: 'This invitation has been used. If it was you, simply sign in.',
  },
  'invitation.expired': {
    status: 422,
    id: 'Undangan ini sudah lewat 14 hari. Minta yang baru kepada pengundang.',
    en: 'This invitation is more than 14 days old. Ask for a new one.',
  },
  'invitation.wrong-pin': {
    status: 422,
    id: 'PIN tidak cocok. Setelah lima kali salah undangan ini batal.',
    en: 'The PIN does not match. After five wrong tries the invitation is void.',
  },
  'invitation.already-in': {
    status: 422,
    id: 'Anda sudah punya kursi di kemitraan ini.',
    en: 'You already have a seat in this partnership.',
  },
  'partner.letters-taken': {
    status: 422,
    id: 'Dua huruf ini sudah dipakai mitra lain.',
    en: 'Another partner already uses these two letters.',
  },
  'charter.price-talk-unread': {
    status: 422,
    id: 'Baca dulu peringatan tentang harga, lalu tandai sudah dibaca.',
    en: 'Read the warning about prices first, then mark it as read.',
  },
  'charter.stages-missing': {
    status: 422,
    id: 'Isi paling sedikit dua tahap.',
    en: 'Give at least two stages.',
  },
  'charter.duties-missing': {
    status: 422,
    id: 'Isi kewajiban pihak yang lebih besar.',
    en: 'Give the duties of the bigger party.',
  },
  'charter.place-missing': {
    status: 422,
    id: 'Isi tempat klaster.',
    en: 'Give the place of the cluster.',
  },
  'goal.needs-sign-off': {
    status: 422,
    id: 'Perlu persetujuan semua mitra dulu.',
    en: 'Needs sign-off from every partner first.',
  },
  'goal.archived': { status: 422, id: 'Tujuan ini sudah diarsipkan.', en: 'This goal is archived.' },
  'goal.reviewer-same-firm': {
    status: 422,
    id: 'Penelaah harus dari perusahaan lain daripada penanggung jawab.',
    en: 'The reviewer must come from another organization than the champion.',
  },
  'goal.dates-reversed': {
    status: 422,
    id: 'Tanggal selesai harus sesudah tanggal mulai.',
    en: 'The end date must be after the start date.',
  },
  'target.band-missing': {
    status: 422,
    id: 'Sasaran "jaga" membutuhkan batas bawah dan batas atas.',
    en: 'A target to keep needs a lower and an upper bound.',
  },
  'target.splits-wrong': {
    status: 422,
    id: 'Bagian sasaran hanya untuk mitra kemitraan ini, masing-masing satu.',
    en: 'A target is split among partners of this partnership, one part each.',
  },
  'target.too-many': {
    status: 422,
    id: 'Paling banyak 12 sasaran untuk satu tujuan.',
    en: 'A goal holds at most 12 targets.',
  },
  'goal.champion-only': {
    status: 403,
    id: 'Hanya penanggung jawab tujuan ini yang dapat menjalankannya.',
    en: 'Only the champion of this goal can set it running.',
  },
  'goal.propose-there': {
    status: 422,
    id: 'Buka tujuannya lalu pilih “Ajukan”, supaya semua mitra melihat apa yang diajukan.',
    en: 'Open the goal and choose “Propose”, so that every partner sees what is proposed.',
  },
  'goal.not-agreed': {
    status: 422,
    id: 'Tujuan ini belum pernah disepakati. Draf cukup diarsipkan.',
    en: 'This goal was never agreed. A draft is simply archived.',
  },
  'goal.over': { status: 422, id: 'Tujuan ini sudah selesai.', en: 'This goal has ended.' },
  'goal.not-running': {
    status: 422,
    id: 'Laporan ditulis selama tujuan berjalan.',
    en: 'Reports are written while a goal is running.',
  },
  'check-in.champion-only': {
    status: 403,
    id: 'Laporan ditulis penanggung jawab tujuan ini.',
    en: 'Reports are written by the champion of this goal.',
  },
  'check-in.reviewer-only': {
    status: 403,
    id: 'Laporan dibaca dan ditandai oleh penelaah tujuan ini.',
    en: 'Reports are read and marked by the reviewer of this goal.',
  },
  'check-in.sentence-needed': {
    status: 422,
    id: 'Keadaannya memburuk. Tulis satu kalimat tentang apa yang terjadi atau apa yang macet.',
    en: 'It stands worse than before. Say in a sentence what happened or what is stuck.',
  },
  'goal.incomplete': {
    status: 422,
    id: 'Draf ini belum lengkap. Lengkapi yang disebut, lalu ajukan.',
    en: 'This draft is not complete. Fill in what is named, then propose it.',
  },
  'goal.unchanged': {
    status: 422,
    id: 'Draf ini sama dengan versi yang sudah ada. Tidak ada yang perlu diajukan.',
    en: 'This draft says the same as the version there is. There is nothing to propose.',
  },
  'revision.closed': {
    status: 422,
    id: 'Tidak ada usulan yang sedang terbuka.',
    en: 'There is no open proposal.',
  },
  'revision.replaced': {
    status: 409,
    id: 'Belum tercatat. Versi ini tidak lagi menunggu persetujuan Anda; lihat yang terbaru.',
    en: 'Not recorded. This version no longer waits for your sign-off; look at the newest one.',
  },
  'revision.hash': {
    status: 409,
    id: 'Belum tercatat. Yang Anda lihat bukan isi versi ini; muat ulang dan tinjau lagi.',
    en: 'Not recorded. What you saw is not what this version says; reload and look again.',
  },
  'sign-off.signatory-needed': {
    status: 403,
    id: 'Hanya penanda tangan perusahaan itu sendiri yang dapat melakukan ini.',
    en: 'Only a signatory of that organization can do this.',
  },
  'sign-off.taken': {
    status: 409,
    id: 'Rekan Anda baru saja menjawab untuk perusahaan ini. Jawaban itu yang berlaku.',
    en: 'A colleague has just answered for this organization. That answer stands.',
  },
  'sign-off.note-missing': { status: 422, id: 'Tulis catatannya.', en: 'Write the note.' },
  'sign-off.reason-missing': {
    status: 422,
    id: 'Tulis alasan keberatan, dan apa yang perlu berubah agar Anda bisa setuju.',
    en: 'Say why you object, and what must change for you to agree.',
  },
  'sign-off.binding': {
    status: 422,
    id: 'Semua mitra sudah setuju. Perubahan dilakukan dengan usulan baru.',
    en: 'Every partner has agreed. Change it with a new proposal.',
  },
  'sign-off.lapsed': {
    status: 422,
    id: 'Catatan ini sudah tidak menunggu jawaban Anda.',
    en: 'This record no longer waits for your answer.',
  },
  'obligation.too-many': {
    status: 422,
    id: 'Paling banyak 60 kewajiban untuk satu tujuan.',
    en: 'A goal holds at most 60 obligations.',
  },
  'obligation.not-a-signer': {
    status: 422,
    id: 'Kewajiban hanya dapat ditulis untuk mitra penuh.',
    en: 'Only a full partner can have an obligation.',
  },
  'obligation.not-your-firm': {
    status: 403,
    id: 'Hanya perusahaan yang berkewajiban dapat menandai kewajibannya terpenuhi.',
    en: 'Only the organization that has the obligation can mark it met.',
  },
  'task.archived': { status: 422, id: 'Tugas ini sudah dihapus.', en: 'This task has been removed.' },
  'task.not-your-firm': {
    status: 403,
    id: 'Hanya perusahaan yang mengerjakan atau yang meminta dapat mengubah tugas ini.',
    en: 'Only the organization that does the task, or the one that asked for it, can change it.',
  },
  'task.wrong-person': {
    status: 422,
    id: 'Orang ini tidak duduk untuk perusahaan yang dipilih.',
    en: 'This person does not sit for the chosen organization.',
  },
  'task.waiting-reason': {
    status: 422,
    id: 'Tulis apa atau siapa yang ditunggu.',
    en: 'Say what or whom it is waiting for.',
  },
  'task.illegal-move': {
    status: 422,
    id: 'Tugas tidak dapat berpindah ke keadaan itu dari keadaannya sekarang.',
    en: 'A task cannot go there from its present state.',
  },
  'meeting.illegal-move': {
    status: 422,
    id: 'Rapat tidak dapat berpindah ke keadaan itu dari keadaannya sekarang.',
    en: 'A meeting cannot go there from its present state.',
  },
  'meeting.over': {
    status: 422,
    id: 'Rapat ini sudah berakhir atau dibatalkan.',
    en: 'This meeting has ended or was cancelled.',
  },
  'meeting.agenda-full': {
    status: 422,
    id: 'Paling banyak 40 acara untuk satu rapat.',
    en: 'A meeting holds at most 40 agenda items.',
  },
  'meeting.times-reversed': {
    status: 422,
    id: 'Waktu selesai harus sesudah waktu mulai.',
    en: 'The end must be after the start.',
  },
  'interest.asking': {
    status: 409,
    id: 'Masih ada penilaian yang menunggu jawaban mitra.',
    en: 'Partners are still answering an earlier round.',
  },
  'interest.nobody': {
    status: 422,
    id: 'Belum ada mitra penuh yang dapat ditanya.',
    en: 'There is no full partner yet who could be asked.',
  },
  'interest.not-asked': {
    status: 422,
    id: 'Perusahaan Anda tidak termasuk yang ditanya dalam penilaian ini.',
    en: 'Your firm is not among those asked in this round.',
  },
  'interest.over': {
    status: 422,
    id: 'Penilaian ini sudah ditutup.',
    en: 'This round is closed.',
  },
  'interest.incomplete': {
    status: 422,
    id: 'Nilai setiap tujuan dalam daftar, masing-masing satu kali.',
    en: 'Rate every goal of the list, each once.',
  },
  'document.read-only': {
    status: 403,
    id: 'Anda tidak dapat lagi menulis di naskah ini.',
    en: 'You may no longer write in this text.',
  },
  'document.replaced': {
    status: 409,
    id: 'Naskah ini sudah dipulihkan dari salinan lain. Muat ulang, lalu masukkan lagi tulisan Anda.',
    en: 'This text was restored from another copy. Reload it, then put in what you wrote again.',
  },
  'document.clash': {
    status: 409,
    id: 'Tulisan ini berbenturan dengan tulisan dari layar lain. Muat ulang, lalu masukkan lagi.',
    en: 'This clashes with what another screen wrote. Reload, then put it in again.',
  },
  'document.malformed': {
    status: 422,
    id: 'Perubahan naskah ini tidak dapat dibaca server.',
    en: 'The server could not read this change of the text.',
  },
  'document.too-large': {
    status: 413,
    id: 'Perubahan ini, atau naskahnya, terlalu besar. Bagi menjadi beberapa bagian.',
    en: 'This change, or the text with it, is too large. Split it into parts.',
  },
  'document.later': {
    status: 503,
    id: 'Naskah belum dapat disimpan saat ini. Coba lagi sebentar lagi.',
    en: 'The text cannot be saved right now. Try again in a moment.',
  },
  'text.too-many-names': { status: 422, id: 'Paling banyak 100 versi bernama.', en: 'At most 100 named versions.' },
  'operator.self': {
    status: 422,
    id: 'Anda tidak dapat menangguhkan diri sendiri.',
    en: 'You cannot suspend yourself.',
  },
} as const satisfies Record<string, { status: number; id: string; en: string }>;

export type Refusal = keyof typeof refusals;

export const isRefusal = (code: unknown): code is Refusal => typeof code === 'string' && code in refusals;
