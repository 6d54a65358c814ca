import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  adoptionHasProblems: {
    id: 'Skema ini masih memiliki {count} masalah, sehingga belum dapat ditetapkan. Perbaiki dahulu di editor.',
    en: 'This scheme still has {count} problems and cannot be adopted yet. Mend them in the editor first.',
  },
  onlyLocalIsAdopted: {
    id: 'Skema nasional berlaku tanpa penetapan oleh instansi. Ubah authority menjadi local untuk skema instansi sendiri.',
    en: 'A national scheme holds without adoption by an agency. Set authority to local for a scheme of your own.',
  },
  versionExists: {
    id: 'Versi {version} dari skema {id} sudah ditetapkan. Muat ulang halaman untuk melihatnya.',
    en: 'Version {version} of the scheme {id} has already been adopted. Reload the page to see it.',
  },
});
