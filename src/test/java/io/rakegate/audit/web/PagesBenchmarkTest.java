package io.rakegate.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.rakegate.audit.AuditTestBase;
import io.rakegate.audit.HistoryCopies;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long the pages take with few and with many finished changes. It prints figures and asserts nothing about them. */
@Tag("benchmark")
class PagesBenchmarkTest extends AuditTestBase {

    private static final int FEW = 20;
    private static final int MANY = Integer.getInteger("rakegate.benchmark.changes", 20_000);
    private static final int ROUNDS = 21;
    private static final List<String> PAGES = List.of(
            "/changes/acme/vets-api/7",
            "/api/changes/acme/vets-api/7/events",
            "/changes",
            "/changes?state=COMPLETED",
            "/changes?team=benefits",
            "/changes?text=vets-api%237",
            "/changes?mine=true");

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void thePagesWithFewAndWithManyChanges() {
        String instance = started().getId();
        prepare();
        approveBoth();
        finish();
        HistoryCopies copies = new HistoryCopies(jdbc);
        copies.add(instance, 1, FEW - 1);
        List<Double> few = PAGES.stream().map(this::median).toList();
        copies.add(instance, FEW, MANY - 1);
        List<Double> many = PAGES.stream().map(this::median).toList();

        System.out.println(String.format(
                Locale.ROOT,
                "Pages, median of %d, milliseconds of wall clock, with %d and with %d finished changes (%s of"
                        + " history):",
                ROUNDS,
                FEW,
                MANY,
                jdbc.queryForObject("select pg_size_pretty(pg_database_size(current_database()))", String.class)));
        IntStream.range(0, PAGES.size())
                .forEach(page -> System.out.println(String.format(
                        Locale.ROOT, "  %-30s %7.1f %7.1f", PAGES.get(page), few.get(page), many.get(page))));
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_hi_procinst where proc_def_key_ = 'ProdDbChange'", Integer.class))
                .isEqualTo(MANY);
    }

    private double median(String page) {
        IntStream.range(0, ROUNDS).forEach(round -> answerTo("creator", get(URI.create(page))));
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> {
                    long start = System.nanoTime();
                    assertThat(answerTo("creator", get(URI.create(page))).getStatus())
                            .isEqualTo(200);
                    return (System.nanoTime() - start) / 1_000_000.0;
                })
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }
}
