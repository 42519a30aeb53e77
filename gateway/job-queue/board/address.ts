/** Where an operator looks at the queues. */
export const boardAddress = '/admin/queues'
