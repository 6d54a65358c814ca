/** Reasons that appraisers of the demonstration give, by rating. */
import type { Rating } from '#domain/rules/index.ts';

export const LINE_REASONS: Record<Rating, readonly string[]> = {
  above: [
    'Target terlampaui dan mutunya menjadi contoh bagi unit lain.',
    'Selesai lebih awal dengan hasil yang melampaui harapan.',
  ],
  meets: ['Sesuai target.', 'Tercapai sebagaimana direncanakan.'],
  below: [
    'Realisasi jauh di bawah target tanpa penjelasan tertulis.',
    'Beberapa kali terlambat dan perlu pendampingan.',
  ],
};

export const VALUE_REASONS: Record<Rating, readonly string[]> = {
  above: [
    'Konsisten ditunjukkan dan menjadi teladan, misalnya saat menggantikan rekan pada loket yang ramai.',
    'Berinisiatif memperbaiki alur kerja dan mengajak rekan.',
  ],
  meets: ['Ditunjukkan dengan baik.', 'Sesuai harapan.'],
  below: ['Beberapa kali tidak ditunjukkan; sudah dibahas dalam dialog kinerja.'],
};
