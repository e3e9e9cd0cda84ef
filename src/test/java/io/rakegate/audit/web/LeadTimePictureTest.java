package io.rakegate.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.audit.LeadTime;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTimePictureTest {

    @Test
    void barsAreAsHighAsTheirLeadTimesAndStandSideBySide() {
        LeadTimePicture picture = LeadTimePicture.of(
                List.of(month(1, 3, Duration.ofDays(10)), month(2, 0, Duration.ZERO), month(3, 1, Duration.ofDays(5))));

        assertThat(picture.bars()).extracting(LeadTimePicture.Bar::height).containsExactly(130, 0, 65);
        assertThat(picture.bars()).extracting(LeadTimePicture.Bar::y).containsExactly(20, 150, 85);
        assertThat(picture.bars()).extracting(LeadTimePicture.Bar::x).containsExactly(0, 240, 480);
        assertThat(picture.bars())
                .extracting(LeadTimePicture.Bar::words)
                .containsExactly("10 days", "no change", "5 days");
        assertThat(picture.bars()).extracting(LeadTimePicture.Bar::month).containsExactly("Jan", "Feb", "Mar");
    }

    @Test
    void aMonthWithAChangeIsSeenHoweverQuickItWas() {
        LeadTimePicture picture = LeadTimePicture.of(List.of(month(1, 1, Duration.ZERO)));

        assertThat(picture.bars()).extracting(LeadTimePicture.Bar::height).containsExactly(2);
    }

    private static LeadTime month(int number, long changes, Duration median) {
        return new LeadTime(YearMonth.of(2026, number), changes, median);
    }
}
