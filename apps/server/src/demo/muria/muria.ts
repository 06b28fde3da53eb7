import type { SampleTable } from '../sample.js';
import { agreements } from './agreements.js';
import { goals } from './goals.js';
import { interests } from './interests.js';
import { meetings } from './meetings.js';
import { firms, people } from './people.js';
import { finishedTasks } from './tasks-finished.js';
import { openTasks, privateTasks } from './tasks-open.js';

/** The furniture cluster of Jepara: five firms, half a year on their way together. */
export const muria: SampleTable = {
  partnership: {
    name: 'Klaster Mebel Ukir Muria, Jepara',
    type: 'cluster',
    purpose:
      'Lima perusahaan mebel ukir di Jepara bekerja sama agar pesanan besar selesai tepat waktu, kayunya kering dan legal, dan kontainernya berangkat penuh.',
    zone: 'Asia/Jakarta',
  },
  cluster: {
    place: 'Tahunan, Mulyoharjo, Senenan, Mantingan, dan Teluk Wetan, Jepara',
    facilities: [
      { name: 'Oven kayu UD Kayu Makmur', note: '12 m³, satu pemakai sekaligus' },
      { name: 'Ruang pamer bersama', note: '120 m², tiga mitra sekaligus' },
      { name: 'Truk engkel', note: 'Untuk antar komponen antarbengkel' },
    ],
  },
  founded: '2026-06-01',
  founder: 'ratna',
  firms,
  people,
  goals,
  interests,
  agreements,
  meetings,
  tasks: [...finishedTasks, ...openTasks, ...privateTasks],
};
