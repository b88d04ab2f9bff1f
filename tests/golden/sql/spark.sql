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
    ARRAY_CONTAINS(`all_actors`, 'sergei-lavrov')
    OR ARRAY_CONTAINS(`actors`, 'joe-biden')
  )
  AND NOT ARRAY_CONTAINS(`tags`, 'war')
  AND (
    (
      (
        ARRAY_CONTAINS(`publishers`, 'TASS')
        OR ARRAY_CONTAINS(`publishers`, 'The Frontier Post / TASS')
        OR ARRAY_CONTAINS(`publishers`, 'Ukrainska Pravda (citing TASS)')
        OR ARRAY_CONTAINS(`publishers`, 'eFinder news digest (citing TASS)')
      )
      AND NOT SIZE(
        FILTER(
          `publishers`,
          `item` -> NOT `item` IN (
            'TASS',
            'The Frontier Post / TASS',
            'Ukrainska Pravda (citing TASS)',
            'eFinder news digest (citing TASS)'
          )
        )
      ) > 0
    )
    OR (
      ARRAY_CONTAINS(`publishers`, 'The Hill')
      OR ARRAY_CONTAINS(`publishers`, 'The Hill via Yahoo News')
    )
  )
  AND ARRAY_CONTAINS(`places`, 'Geneva')
  AND (
    (
      LOCATE(' new start ', `names`) > 0 OR LOCATE(' new start ', `words`) > 0
    )
    OR (
      LOCATE(' peac', `names`) > 0 OR LOCATE(' peac', `words`) > 0
    )
  )
  AND NOT `known_from` <= 738214
ORDER BY
  `start` ASC,
  `finish` ASC NULLS LAST,
  `seconds` ASC,
  `number` ASC
LIMIT 10
