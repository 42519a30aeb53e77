import { byId, el } from './dom.js'
import { t } from './i18n.js'
import { field } from './rule-form.js'

/** @param {any} place */
export const synonymFields = ({ from = '', to = '' }) => ({
  fields: [
    field('synonym-from', t('synonym.from'), {
      value: from,
      maxlength: 60,
      required: true,
      list: 'known-queries',
    }),
    field('synonym-to', t('synonym.to'), { value: to, maxlength: 60, required: true, list: 'known-queries' }),
    el(
      'label',
      { class: 'choice-box' },
      el('input', { type: 'checkbox', id: 'synonym-both' }),
      t('synonym.bothWays'),
    ),
    field('synonym-in', t('synonym.in'), { maxlength: 200, list: 'known-queries' }),
  ],
  rule: () => ({
    kind: 'synonym',
    from: byId('synonym-from').value.trim(),
    to: byId('synonym-to').value.trim(),
    bothWays: byId('synonym-both').checked,
  }),
  shownIn: () => byId('synonym-in').value,
})
