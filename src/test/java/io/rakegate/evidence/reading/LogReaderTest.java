package io.rakegate.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {

    @Test
    void outputOfRakeIsRead() throws IOException {
        LogReading reading = read("""
                $ time DEPLOY_ENV=staging bundle exec rake 'prod:fill_in_color[500,false]' 2>&1
                Started at 2026-03-01 12:00:00 UTC
                Rows before: 62,557
                Expected remainder: 47954
                Updated 14603 of 62557 rows
                Rows after: 47_954
                Finished at 2026-03-01T07:04:30-05:00
                real	4m30.500s
                """);

        assertRead(reading, "command", "bundle exec rake 'prod:fill_in_color[500,false]'", 1);
        assertRead(reading, "environment", "staging", 1);
        assertRead(reading, "startedAt", "2026-03-01T12:00:00Z", 2);
        assertRead(reading, "rowsBefore", "62557", 3);
        assertRead(reading, "expectedRemainder", "47954", 4);
        assertRead(reading, "rowsChanged", "14603", 5);
        assertRead(reading, "rowsAfter", "47954", 6);
        assertRead(reading, "endedAt", "2026-03-01T12:04:30Z", 7);
        assertThat(reading.unclear()).isEmpty();
        assertThat(reading.fields().values()).allMatch(read -> read.note() == null);
    }

    @Test
    void jsonLogsAreRead() throws IOException {
        LogReading reading = read("""
                {"deployment":"vets-api-staging","environment":"production","timestamp":"2026-03-01T12:00:00.000Z","message":"begin"}
                {"deployment":"vets-api-staging","timestamp":"2026-03-01T12:01:00.000Z","payload":{"rows_before":12,"rows_changed":10,"remaining":2}}
                {"deployment":"vets-api-staging","timestamp":"2026-03-01T12:02:00.000Z","message":"exit code: 0"}
                """);

        assertRead(reading, "environment", "staging", 1);
        assertRead(reading, "rowsBefore", "12", 2);
        assertRead(reading, "rowsChanged", "10", 2);
        assertRead(reading, "rowsAfter", "2", 2);
        assertRead(reading, "exitStatus", "0", 3);
        assertThat(reading.fields().get("startedAt"))
                .extracting(LogReading.Read::value, LogReading.Read::line, LogReading.Read::note)
                .containsExactly("2026-03-01T12:00:00Z", 1L, "the first time in the log");
        assertThat(reading.fields().get("endedAt"))
                .extracting(LogReading.Read::value, LogReading.Read::line, LogReading.Read::note)
                .containsExactly("2026-03-01T12:02:00Z", 3L, "the last time in the log");
    }

    @Test
    void linesOfRailsLoggerAreRead() throws IOException {
        LogReading reading = read("""
                I, [2026-03-01T12:00:00.250000 #17]  INFO -- : 12 records were updated
                I, [2026-03-01T12:00:09.750000 #17]  INFO -- : done
                """);

        assertRead(reading, "rowsChanged", "12", 1);
        assertThat(reading.fields().get("startedAt").note())
                .isEqualTo("the first time in the log; the log names no zone, taken as UTC");
        assertRead(reading, "startedAt", "2026-03-01T12:00:00.250Z", 1);
        assertRead(reading, "endedAt", "2026-03-01T12:00:09.750Z", 2);
    }

    @Test
    void theEndIsConcludedFromWhatTimePrints() throws IOException {
        LogReading reading = read("start: 2026-03-01T12:00:00Z\nreal\t1m2.5s\nuser\t0m1.0s\n");

        assertThat(reading.fields().get("endedAt"))
                .extracting(LogReading.Read::value, LogReading.Read::line, LogReading.Read::note)
                .containsExactly("2026-03-01T12:01:02.500Z", 2L, "the start and what time printed");
    }

    @Test
    void whatIsSaidDifferentlyIsNeverChosenFrom() throws IOException {
        LogReading reading = read("Updated 10 rows\nUpdated 12 rows\nUpdated 10 rows\n");

        assertThat(reading.fields()).doesNotContainKey("rowsChanged");
        assertThat(reading.unclear().get("rowsChanged"))
                .extracting(LogReading.Read::value, LogReading.Read::line)
                .containsExactly(tuple("10", 1L), tuple("12", 2L));
    }

    @Test
    void anAbortIsAnExitStatusThatWasConcluded() throws IOException {
        LogReading reading = read("rake aborted!\nActiveRecord::RecordInvalid\n");

        assertThat(reading.fields().get("exitStatus"))
                .extracting(LogReading.Read::value, LogReading.Read::note)
                .containsExactly("1", "rake ends with 1 when it aborts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE 1204                        | rowsChanged | 1204",
                "INSERT 0 7                         | rowsChanged | 7",
                "2,782,578 of 2,834,977 changed     | rowsChanged | 2782578",
                "rows affected => 3                 | rowsChanged | 3",
                "Found 48,211 records to update     | rowsBefore  | 48211",
                "before=2834977 after=52399         | rowsAfter   | 52399",
                "52399 remaining                    | rowsAfter   | 52399",
                "Process exited with code 137       | exitStatus  | 137",
                "exit status 0                      | exitStatus  | 0",
                "[env:dev] [1] rails(main)>         | environment | development"
            })
    void aLineSaysAField(String line, String field, String value) throws IOException {
        assertRead(read(line), field, value, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 jobs",
                "updated_at: 2026-03-01",
                "Updated 12.5 rows",
                "2026-99-99T12:00:00Z",
                "exit",
                "{\"environment\":\"production\"}",
                "deployment finished"
            })
    void whatSaysNothingIsLeftOut(String line) throws IOException {
        assertThat(read(line).fields()).isEmpty();
    }

    private static LogReading read(String log) throws IOException {
        return LogReader.read(new StringReader(log));
    }

    private static void assertRead(LogReading reading, String field, String value, long line) {
        assertThat(reading.fields()).as("%s", reading).containsKey(field);
        assertThat(reading.fields().get(field))
                .extracting(LogReading.Read::value, LogReading.Read::line)
                .containsExactly(value, line);
    }
}
