// Whoever holds a post, or stands in for it, reviews in that post's unit without being granted it by hand.
export const IDENTITY = `
WITH RECURSIVE own AS (
  SELECT programme, id, full_name, language FROM person WHERE lower(email) = $1
), held AS (
  SELECT h.programme, h.post FROM post_holding h JOIN own o ON o.programme = h.programme AND o.id = h.person_id
   WHERE h."from" <= now() AND (h."to" IS NULL OR h."to" > now())
  UNION
  SELECT s.programme, s.post FROM substitution s JOIN own o ON o.programme = s.programme AND o.id = s.person_id
   WHERE s."from" <= now() AND s."to" > now()
), granted AS (
  SELECT g.role, g.programme, g.unit FROM role_grant g
   WHERE (g.email = $1 OR EXISTS (SELECT 1 FROM own o WHERE o.programme = g.programme AND o.id = g.person_id))
     AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())
  UNION
  SELECT 'reviewer', p.programme, p.unit FROM held h JOIN post p ON p.programme = h.programme AND p.key = h.post
), below AS (
  SELECT DISTINCT u.programme, u.key AS top, u.key FROM unit u
    JOIN granted g ON g.unit = u.key AND (g.programme IS NULL OR g.programme = u.programme)
  UNION
  SELECT u.programme, b.top, u.key FROM unit u JOIN below b ON u.programme = b.programme AND u.parent = b.key
)
SELECT (SELECT json_agg(json_build_object('programme', programme, 'id', id, 'fullName', full_name, 'language', language)
                        ORDER BY programme, id) FROM own) AS people,
       (SELECT json_agg(json_build_object('role', g.role, 'programme', g.programme, 'unit', g.unit, 'places',
          CASE WHEN g.unit IS NOT NULL THEN coalesce((SELECT json_agg(b.programme || '/' || b.key) FROM below b
                  WHERE b.top = g.unit AND (g.programme IS NULL OR b.programme = g.programme)), '[]'::json) END))
          FROM granted g) AS grants`;

export const NAME_OF = `
SELECT full_name AS name, language FROM person WHERE lower(email) = $1
UNION ALL
SELECT $1, 'vi' FROM role_grant WHERE email = $1 AND (valid_to IS NULL OR valid_to > now())
LIMIT 1`;

export const TAKE_INVITATION = `
UPDATE invitation SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING email`;
