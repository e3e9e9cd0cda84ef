package io.rakegate.audit.web;

import io.rakegate.audit.LeadTime;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The lead time of each month as a bar, in the units of the picture: drawn by the server, so that it needs no script.
 *
 * @param bars one for each month, oldest first
 */
record LeadTimePicture(List<Bar> bars) {

    static final int WIDTH = 720;
    static final int HEIGHT = 150;

    private static final int GAP = 12;
    private static final int HIGHEST_BAR = 130;

    LeadTimePicture {
        bars = List.copyOf(bars);
    }

    /**
     * One month.
     *
     * @param x left edge
     * @param width width
     * @param height height, 0 if no change was completed
     * @param month the month in short, such as {@code Jan}
     * @param year its year
     * @param changes how many changes
     * @param words its median in words
     */
    record Bar(int x, int width, int height, String month, int year, long changes, String words) {

        /** Top edge, measured from the top of the picture. */
        public int y() {
            return HEIGHT - height;
        }

        /** The middle, for what is written below it. */
        public int middle() {
            return x + width / 2;
        }
    }

    static LeadTimePicture of(List<LeadTime> months) {
        Duration highest =
                months.stream().map(LeadTime::median).max(Duration::compareTo).orElse(Duration.ZERO);
        int room = WIDTH / Math.max(1, months.size());
        List<Bar> bars = IntStream.range(0, months.size())
                .mapToObj(index -> bar(months.get(index), index * room, room - GAP, highest))
                .toList();
        return new LeadTimePicture(bars);
    }

    private static Bar bar(LeadTime month, int x, int width, Duration highest) {
        long top = Math.max(1, highest.toSeconds());
        int height = month.changes() == 0
                ? 0
                : (int) Math.max(
                        2, Math.round((double) HIGHEST_BAR * month.median().toSeconds() / top));
        return new Bar(
                x,
                width,
                height,
                month.month().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                month.month().getYear(),
                month.changes(),
                month.changes() == 0 ? "no change" : Spans.inWords(month.median()));
    }
}
