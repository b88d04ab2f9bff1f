SELECT
  `id`,
  `date`,
  `title`,
  `summary`,
  `actors`,
  `places`,
  `tags`,
  `follows`,
  `sources`
FROM `news`.`events`
WHERE
  (
    (
      `latest` IS NULL OR `latest` >= 738156
    )
    AND (
      `earliest` IS NULL OR `earliest` <= 738520
    )
  )
  AND (
    EXISTS(
      SELECT
        1
      FROM UNNEST(`all_actors`) AS `_col`
      WHERE
        `_col` = 'sergei-lavrov'
    )
    OR EXISTS(
      SELECT
        1
      FROM UNNEST(`actors`) AS `_col`
      WHERE
        `_col` = 'joe-biden'
    )
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM UNNEST(`tags`) AS `_col`
    WHERE
      `_col` = 'war'
  )
  AND (
    (
      (
        EXISTS(
          SELECT
            1
          FROM UNNEST(`publishers`) AS `_col`
          WHERE
            `_col` = 'TASS'
        )
        OR EXISTS(
          SELECT
            1
          FROM UNNEST(`publishers`) AS `_col`
          WHERE
            `_col` = 'The Frontier Post / TASS'
        )
        OR EXISTS(
          SELECT
            1
          FROM UNNEST(`publishers`) AS `_col`
          WHERE
            `_col` = 'Ukrainska Pravda (citing TASS)'
        )
        OR EXISTS(
          SELECT
            1
          FROM UNNEST(`publishers`) AS `_col`
          WHERE
            `_col` = 'eFinder news digest (citing TASS)'
        )
      )
      AND NOT ARRAY_LENGTH(
        ARRAY(
          SELECT
            `item`
          FROM UNNEST(`publishers`) AS `item`
          WHERE
            NOT `item` IN (
              'TASS',
              'The Frontier Post / TASS',
              'Ukrainska Pravda (citing TASS)',
              'eFinder news digest (citing TASS)'
            )
        )
      ) > 0
    )
    OR (
      EXISTS(
        SELECT
          1
        FROM UNNEST(`publishers`) AS `_col`
        WHERE
          `_col` = 'The Hill'
      )
      OR EXISTS(
        SELECT
          1
        FROM UNNEST(`publishers`) AS `_col`
        WHERE
          `_col` = 'The Hill via Yahoo News'
      )
    )
  )
  AND EXISTS(
    SELECT
      1
    FROM UNNEST(`places`) AS `_col`
    WHERE
      `_col` = 'Geneva'
  )
  AND (
    (
      INSTR(`names`, ' new start ') > 0 OR INSTR(`words`, ' new start ') > 0
    )
    OR (
      INSTR(`names`, ' peac') > 0 OR INSTR(`words`, ' peac') > 0
    )
  )
  AND NOT `known_from` <= 738214
ORDER BY
  `start` ASC,
  `finish` ASC NULLS LAST,
  `seconds` ASC,
  `number` ASC
LIMIT 10
