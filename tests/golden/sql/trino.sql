SELECT
  "id",
  "date",
  "title",
  "summary",
  "actors",
  "places",
  "tags",
  "follows",
  "sources"
FROM "news"."events"
WHERE
  (
    (
      "latest" IS NULL OR "latest" >= 738156
    )
    AND (
      "earliest" IS NULL OR "earliest" <= 738520
    )
  )
  AND (
    CONTAINS("all_actors", 'sergei-lavrov') OR CONTAINS("actors", 'joe-biden')
  )
  AND NOT CONTAINS("tags", 'war')
  AND (
    (
      (
        CONTAINS("publishers", 'TASS')
        OR CONTAINS("publishers", 'The Frontier Post / TASS')
        OR CONTAINS("publishers", 'Ukrainska Pravda (citing TASS)')
        OR CONTAINS("publishers", 'eFinder news digest (citing TASS)')
      )
      AND NOT CARDINALITY(
        FILTER(
          "publishers",
          "item" -> NOT "item" IN (
            'TASS',
            'The Frontier Post / TASS',
            'Ukrainska Pravda (citing TASS)',
            'eFinder news digest (citing TASS)'
          )
        )
      ) > 0
    )
    OR (
      CONTAINS("publishers", 'The Hill')
      OR CONTAINS("publishers", 'The Hill via Yahoo News')
    )
  )
  AND CONTAINS("places", 'Geneva')
  AND (
    (
      STRPOS("names", ' new start ') > 0 OR STRPOS("words", ' new start ') > 0
    )
    OR (
      STRPOS("names", ' peac') > 0 OR STRPOS("words", ' peac') > 0
    )
  )
  AND NOT "known_from" <= 738214
ORDER BY
  "start" ASC NULLS FIRST,
  "finish" ASC,
  "seconds" ASC NULLS FIRST,
  "number" ASC NULLS FIRST
LIMIT 10
