import type { Consortium } from '../consortium.js'
import type { SampleUpstreams } from './upstreams.js'

/** Five members of five types, each read from its own small true server or file. */
export const sampleConsortium = ({ files, oai, availability, issuer }: SampleUpstreams): Consortium => ({
  name: 'Sample consortium',
  nameZh: '示范联盟',
  issuers: [
    {
      issuer,
      jwksUri: `${issuer}/jwks.json`,
      audience: 'shulian',
      name: 'Sample readers',
      nameZh: '示范读者',
      signIn: `${issuer}/sign-in`,
    },
  ],
  members: [
    {
      id: 'university',
      type: 'teaching',
      name: 'Linchuan University Library',
      nameZh: '临川大学图书馆',
      branches: [{ code: 'LC', name: '总馆' }],
      sources: [
        { name: 'main', adapter: 'marc-file', options: { path: files.university }, share: 'public' },
        {
          name: 'donations',
          adapter: 'marc-file',
          options: { path: files.universityDonations, format: 'cnmarc' },
        },
      ],
    },
    {
      id: 'public',
      type: 'library',
      name: 'Jiangcheng Public Library',
      nameZh: '江城公共图书馆',
      branches: [{ code: 'JCPL', name: '总馆' }],
      sources: [
        {
          name: 'main',
          adapter: 'oai-pmh',
          options: { url: oai.public, metadataPrefix: 'marcxml' },
          share: 'public',
        },
      ],
      services: [{ name: 'availability', url: availability.public, adapter: 'daia' }],
    },
    {
      id: 'publisher',
      type: 'publisher',
      name: 'Wenhui Academic Press',
      nameZh: '文汇学术出版社',
      sources: [{ name: 'main', adapter: 'kbart', options: { path: files.publisher, package: 'Complete' } }],
    },
    {
      id: 'institute',
      type: 'research',
      name: 'Institute of Agricultural Information',
      nameZh: '农业信息研究所',
      sources: [
        {
          name: 'main',
          adapter: 'oai-pmh',
          options: { url: oai.institute, metadataPrefix: 'oai_dc' },
          share: 'public',
        },
      ],
    },
    {
      id: 'gazetteer',
      type: 'government',
      name: 'Provincial Gazetteer Office',
      nameZh: '省地方志办公室',
      sources: [{ name: 'main', adapter: 'marc-file', options: { path: files.government } }],
    },
  ],
})
