package io.rakegate.evidence.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TablesTest {

    private final PersonalDataScan scan = new PersonalDataScan(Clock.systemUTC(), Duration.ofMinutes(1));

    @Test
    void aTableOfPsqlSaysInItsFirstLineWhatItsColumnsHold() {
        assertThat(scan.redact("""
                        first output 5
                         id | first_name |    ssn    | dob        | status
                        ----+------------+-----------+------------+--------
                          1 | Jane       | 536228726 | 1950-10-04 | done
                          2 | Wesley     |           |            | done
                        (2 rows)
                         1 | Plain      | 536228726 | 1950-10-04 | done
                        """)).isEqualTo("""
                        first output 5
                         id | first_name |    ssn    | dob        | status
                        ----+------------+-----------+------------+--------
                          1 | [redacted]       | [redacted] | [redacted] | done
                          2 | [redacted]     |           |            | done
                        (2 rows)
                         1 | Plain      | 536228726 | 1950-10-04 | done
                        """);
    }

    @Test
    void aCsvFileDoesToo() {
        assertThat(scan.redact("""
                        "id","last_name","edipi","phone","address_line1","api_key"
                        1,"Ford, Jr.",1293307390,5125551234,"8200 Doby LN",a1b2c3d4e5f60718
                        2,[FILTERED],,,,
                        """)).isEqualTo("""
                        "id","last_name","edipi","phone","address_line1","api_key"
                        1,"[redacted]",[redacted],[redacted],"[redacted]",[redacted]
                        2,[FILTERED],,,,
                        """);
    }

    @Test
    void countsBelowNamesOfColumnsAreNoPersonalData() {
        String report = """
                first_name,ssn,birth_date,phone
                1204,17,0,48211
                rows,filled,first_name
                12,3,nil
                """;

        assertThat(scan.scan(report).hits()).isEmpty();
    }

    @Test
    void aTableAcrossTheEdgeOfAWindowIsReadOn() {
        String row = "  1 | Jane       | 536228726\n";
        String table = " id | first_name |    ssn    \n" + row.repeat(8_000);

        assertThat(scan.scan(table).count()).isEqualTo(16_000);
        assertThat(scan.redact(table)).doesNotContain("Jane").doesNotContain("536228726");
    }
}
