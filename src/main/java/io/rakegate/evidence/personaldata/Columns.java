package io.rakegate.evidence.personaldata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables: a line of names (CSV, or what psql prints) says what the columns of the lines below it hold. A line with
 * another number of columns ends the table.
 */
final class Columns {

    private static final int LONGEST_LINE = 4 * 1024;
    private static final int LONGEST_HEADER = 1_000;
    private static final int MOST_COLUMNS = 100;

    private static final int WANTED = Labels.SSN
            | Labels.EDIPI
            | Labels.BIRTH
            | Labels.PHONE
            | Labels.NAME
            | Labels.NAME_PART
            | Labels.ADDRESS
            | Labels.PASSWORD
            | Labels.SECRET;

    private final Deque<Match> ahead = new ArrayDeque<>();
    private int @Nullable [] meanings;
    private char delimiter;

    /** The next cell with personal data at or behind an index, null if the line has none. */
    @Nullable Match next(int index) {
        while (!ahead.isEmpty() && ahead.peek().start() < index) {
            ahead.remove();
        }
        return ahead.peek();
    }

    /** Follows the window when it forgets its first characters. */
    void drop(int count) {
        if (ahead.isEmpty()) {
            return;
        }
        List<Match> moved = ahead.stream()
                .map(match -> new Match(match.kind(), match.start() - count, match.end() - count))
                .toList();
        ahead.clear();
        ahead.addAll(moved);
    }

    /** Looks at the line that starts here. */
    void line(Window window, int start) {
        if (!ahead.isEmpty()) {
            ahead.clear();
        }
        if (meanings != null && !isRule(window, start) && !row(window, start, meanings)) {
            meanings = null;
        }
        if (meanings == null) {
            header(window, start);
        }
    }

    private boolean row(Window window, int start, int[] columns) {
        List<int[]> cells = cells(window, start);
        if (cells.size() != columns.length) {
            return false;
        }
        for (int i = 0; i < columns.length; i++) {
            int[] cell = cells.get(i);
            PersonalDataKind kind = cell[1] > cell[0] ? Cells.kindOf(window.text(cell[0], cell[1]), columns[i]) : null;
            if (kind != null) {
                ahead.add(new Match(kind, cell[0], cell[1]));
            }
        }
        return true;
    }

    private void header(Window window, int start) {
        char found = delimiterOfHeader(window, start);
        if (found == 0) {
            return;
        }
        delimiter = found;
        List<int[]> cells = cells(window, start);
        int[] columns = new int[cells.size()];
        boolean wanted = false;
        for (int i = 0; i < columns.length; i++) {
            int[] cell = cells.get(i);
            columns[i] = cell[1] > cell[0] ? Labels.meaningOf(Labels.endingAt(window, cell[1] - 1)) & WANTED : 0;
            wanted |= columns[i] != 0;
        }
        meanings = wanted && columns.length > 1 ? columns : null;
    }

    /** What parts the names in a line of nothing but names; 0 if it is no such line. */
    private static char delimiterOfHeader(Window window, int start) {
        char delimiter = 0;
        for (int i = start; i < start + LONGEST_HEADER; i++) {
            char c = window.at(i);
            if (Chars.isLineEnd(c)) {
                return delimiter;
            }
            if (c == ',' || c == '|' || c == ';' || c == '\t') {
                if (delimiter != 0 && delimiter != c) {
                    return 0;
                }
                delimiter = c;
            } else if (!Chars.isWord(c) && c != '_' && c != ' ' && c != '"' && c != '.') {
                return 0;
            }
        }
        return 0;
    }

    /** Start and end of each cell, blanks and quotes left out; nothing if the line is too long for a table. */
    private List<int[]> cells(Window window, int start) {
        List<int[]> cells = new ArrayList<>();
        int cellStart = start;
        boolean quoted = false;
        for (int i = start; i < start + LONGEST_LINE && cells.size() < MOST_COLUMNS; i++) {
            char c = window.at(i);
            boolean lineEnd = Chars.isLineEnd(c);
            if (c == '"') {
                quoted = !quoted;
            }
            if (lineEnd || (c == delimiter && !quoted)) {
                cells.add(trimmed(window, cellStart, i));
                cellStart = i + 1;
            }
            if (lineEnd) {
                return cells;
            }
        }
        return List.of();
    }

    private static int[] trimmed(Window window, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isAround(window.at(from))) {
            from++;
        }
        while (to > from && isAround(window.at(to - 1))) {
            to--;
        }
        return new int[] {from, to};
    }

    private static boolean isAround(char c) {
        return Chars.isBlank(c) || c == '"';
    }

    /** The line that psql and Markdown draw below the names. */
    private static boolean isRule(Window window, int start) {
        int i = start;
        while (i < start + LONGEST_LINE && "-+|: ".indexOf(window.at(i)) >= 0) {
            i++;
        }
        return i > start + 2 && Chars.isLineEnd(window.at(i));
    }
}
