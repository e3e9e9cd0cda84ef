package io.rakegate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How all changes get on: lead times by month, waiting times, and who waits for whom. */
class FiguresOfChangesTest extends AuditTestBase {

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void withoutAChangeThereAreTwelveEmptyMonthsAndNobodyWaits() {
        Figures figures = figuresIn(Duration.ZERO);

        assertThat(figures.leadTimes())
                .hasSize(12)
                .allSatisfy(month -> assertThat(month.changes()).isZero());
        assertThat(figures.hasLeadTimes()).isFalse();
        assertThat(figures.stepWaits()).isEmpty();
        assertThat(figures.teamWaits()).isEmpty();
    }

    @Test
    void aMonthHasTheMedianOfItsCompletedChangesAndNoOthers() {
        String instance = completed();
        jdbc.update("update act_hi_procinst set start_time_ = end_time_ - interval '3 days' where id_ = ?", instance);
        started();

        Figures figures = figuresIn(Duration.ZERO);

        LeadTime last = figures.leadTimes().get(11);
        assertThat(last.month()).isEqualTo(YearMonth.now(ZoneOffset.UTC));
        assertThat(last.changes()).isEqualTo(1);
        assertThat(last.median())
                .isBetween(Duration.ofDays(3).minusHours(1), Duration.ofDays(3).plusHours(1));
        assertThat(figures.leadTimes().subList(0, 11))
                .allSatisfy(month -> assertThat(month.changes()).isZero());
    }

    @Test
    void eachTaskSaysHowLongItTookLately() {
        completed();
        jdbc.update("update act_hi_taskinst set start_time_ = end_time_ - interval '5 hours'"
                + " where task_def_key_ = 'Task_ApproveAsConsoleServices'");

        Figures figures = figuresIn(Duration.ZERO);

        assertThat(figures.stepWaits())
                .extracting(StepWait::task)
                .startsWith("2 Answer the required questions")
                .endsWith("9 Validate the production change");
        assertThat(figures.stepWaits())
                .filteredOn(wait -> wait.task().equals("5 Approve as Console Services"))
                .singleElement()
                .satisfies(wait -> {
                    assertThat(wait.done()).isEqualTo(1);
                    assertThat(wait.median()).isEqualTo(Duration.ofHours(5));
                    assertThat(wait.longest()).isEqualTo(Duration.ofHours(5));
                });
    }

    @Test
    void aTeamWaitsForAPersonOrForAGroup() {
        started();
        prepare();

        Figures figures = figuresIn(Duration.ofDays(30));

        assertThat(figures.teamWaits())
                .extracting(TeamWait::team, TeamWait::userId, TeamWait::group, TeamWait::tasks, TeamWait::overdue)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("benefits", null, "team-benefits-leads", 1L, 1L),
                        org.assertj.core.groups.Tuple.tuple("benefits", null, "console-services", 1L, 1L));
    }

    @Test
    void figuresAreWorkedOutOnceInAWhile() {
        Duration[] ahead = {Duration.ZERO};
        FiguresOfChanges figures = new FiguresOfChanges(JdbcClient.create(source), clock(ahead));
        Figures before = figures.now();
        started();

        ahead[0] = FiguresOfChanges.FRESH.minusSeconds(30);
        assertThat(figures.now()).isSameAs(before);
        ahead[0] = FiguresOfChanges.FRESH.plusSeconds(1);
        assertThat(figures.now().teamWaits()).hasSize(1);
    }

    private String completed() {
        String instance = started().getId();
        prepare();
        approveBoth();
        finish();
        return instance;
    }

    private Figures figuresIn(Duration later) {
        return new FiguresOfChanges(JdbcClient.create(source), clock(new Duration[] {later})).now();
    }

    private static Clock clock(Duration[] ahead) {
        return new Clock() {
            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(ahead[0]);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
