// The activities of the plain way: a row or a mail each.
import { createTransport } from 'nodemailer';
import pg from 'pg';

/** The bare tables, in a database of their own on the same server. */
export const TABLES = `
CREATE TABLE task (id text PRIMARY KEY, nomination_id text NOT NULL, level text NOT NULL, reviewer text NOT NULL,
  state text NOT NULL, opened_at timestamptz NOT NULL DEFAULT now(), closed_at timestamptz);
CREATE INDEX task_nomination ON task (nomination_id);
CREATE TABLE decision (nomination_id text NOT NULL, level text NOT NULL, choice text NOT NULL, decided_by text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (nomination_id, level));
CREATE TABLE result (nomination_id text PRIMARY KEY, result text NOT NULL, recorded_at timestamptz NOT NULL DEFAULT now())`;

const CLOSE_TASK = `UPDATE task SET state = 'decided', closed_at = now() WHERE id = $1 AND state = 'open'`;
const INSERT_DECISION = 'INSERT INTO decision (nomination_id, level, choice, decided_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';

const textOf = ({ nominee, level, taskId }) =>
  `Kính gửi ông/bà,\n\nÔng/bà được mời xét hồ sơ của ${nominee} ở cấp ${level}.\nXem và quyết định tại: http://localhost:3000/t/${taskId}\n`;

/** Update and insert in one transaction. */
async function inTransaction(pool, work) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** @param {{ databaseUrl: string, smtpPort: number }} settings */
export function plainActivities({ databaseUrl, smtpPort }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
  const transport = createTransport({ pool: true, host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  return {
    async openTask({ nominationId, level }) {
      const task = { taskId: `${nominationId}-${level}`, reviewer: `${level}@example.vn` };
      const text = `INSERT INTO task (id, nomination_id, level, reviewer, state) VALUES ($1, $2, $3, $4, 'open') ON CONFLICT DO NOTHING`;
      await pool.query(text, [task.taskId, nominationId, level, task.reviewer]);
      return task;
    },
    async sendMail(mail) {
      const headers = { 'X-Laurel-Nomination': mail.nominationId, 'X-Laurel-Task': mail.taskId, 'X-Laurel-Kind': 'assignment' };
      const text = textOf(mail);
      const html = `<p>${text.replaceAll('\n', '<br>')}</p>`;
      await transport.sendMail({ from: 'thi-dua@example.vn', to: mail.to, subject: `Xét hồ sơ của ${mail.nominee}`, text, html, headers });
    },
    async recordDecision({ nominationId, level, taskId, choice, decidedBy }) {
      await inTransaction(pool, async (client) => {
        await client.query(CLOSE_TASK, [taskId]);
        await client.query(INSERT_DECISION, [nominationId, level, choice, decidedBy]);
      });
    },
    async recordFinal({ nominationId, result }) {
      await pool.query('INSERT INTO result (nomination_id, result) VALUES ($1, $2) ON CONFLICT DO NOTHING', [nominationId, result]);
    },
  };
}
