export const features = [{ id: 'audit_logs.view', title: 'See who did what', module: 'audit_logs' }]

export default features
