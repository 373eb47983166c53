-- Does the ledger add up to the figures of the schools?   台账各行之和是否等于学校图层的各项数值？
--
--   sqlite3 OUT.gpkg < scripts/ledger-sums.sql
--
-- or paste all of it into the SQL window of the DB Manager of QGIS. It reads the result of one city and changes nothing.
-- A row for each school and figure that differ by over 0.005: what the ledger's rows add up to, and what `schools` says.
-- The last row tells how many schools were compared and how many of them differ.
-- 每一行是相差超过 0.005 的一所学校和一项数值：台账之和，以及学校图层中的数值。最后一行是核对的学校数和其中不符的学校数。

WITH figure (school_id, figure, in_schools) AS (
              SELECT school_id, 'own_m2', own_m2 FROM schools WHERE own_m2 IS NOT NULL
    UNION ALL SELECT school_id, 'rent_m2', rent_m2 FROM schools WHERE own_m2 IS NOT NULL
    UNION ALL SELECT school_id, 'share_m2', share_m2 FROM schools WHERE own_m2 IS NOT NULL
    UNION ALL SELECT school_id, 'basement_m2', basement_m2 FROM schools WHERE own_m2 IS NOT NULL
    UNION ALL SELECT school_id, 'expand_m2', expand_m2 FROM schools WHERE own_m2 IS NOT NULL
    UNION ALL SELECT school_id, 'residual_m2', residual_m2 FROM schools WHERE own_m2 IS NOT NULL
    UNION ALL SELECT school_id, 'cost', cost FROM schools WHERE own_m2 IS NOT NULL
),
entry (school_id, figure, amount) AS (
    SELECT school_id,
           CASE WHEN basis IN ('own_outdoor', 'own_indoor', 'own_special', 'official') THEN 'own_m2'
                WHEN basis IN ('rent', 'share', 'basement', 'expand') THEN basis || '_m2'
                WHEN basis = 'unassigned' THEN 'residual_m2'
                ELSE 'basis ' || coalesce(basis, 'NULL') END,
           m2
    FROM ledger
    UNION ALL SELECT school_id, 'cost', cost FROM ledger
),
compared (school_id, figure, in_ledger, in_schools) AS (
    SELECT school_id, figure, sum(in_ledger), sum(in_schools)
    FROM (          SELECT school_id, figure, 0.0 AS in_ledger, in_schools FROM figure
          UNION ALL SELECT school_id, figure, coalesce(amount, 0.0), 0.0 FROM entry)
    GROUP BY school_id, figure
),
verdict (school_id, figure, in_ledger, in_schools, differs) AS (
    SELECT school_id, figure, in_ledger, in_schools, coalesce(abs(in_ledger - in_schools) > 0.005, 1)
    FROM compared
)
SELECT school_id, figure, in_ledger, in_schools
FROM (          SELECT 0 AS part, school_id, figure, round(in_ledger, 2) AS in_ledger, round(in_schools, 2) AS in_schools
                FROM verdict
                WHERE differs
      UNION ALL SELECT 1, count(DISTINCT school_id) || ' schools compared, ' || count(DISTINCT CASE WHEN differs THEN school_id END) || ' differ',
                       NULL, NULL, NULL
                FROM verdict)
ORDER BY part, school_id, figure;
