package io.rakegate.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Where a body asks questions, where its answers end, and which parts of it are comments. */
final class BodyOutline {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(100)
            .maxInlineNesting(100)
            .build();

    private final String body;
    private final List<BodyMark> marks = new ArrayList<>();
    private final List<Span> comments = new ArrayList<>();

    /** A part of the body by its offsets. */
    record Span(int start, int end) {}

    private BodyOutline(String body) {
        this.body = body;
    }

    static BodyOutline of(String body) {
        BodyOutline outline = new BodyOutline(body);
        outline.walk(PARSER.parse(body));
        outline.marks.sort(Comparator.comparingInt(BodyMark::start));
        return outline;
    }

    /** The marks in the order of the body. */
    List<BodyMark> marks() {
        return marks;
    }

    /** The comments in the order of the body. */
    List<Span> comments() {
        return comments;
    }

    private void walk(Node document) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(document);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (visit(node)) {
                for (Node child = node.getLastChild(); child != null; child = child.getPrevious()) {
                    open.push(child);
                }
            }
        }
    }

    /** Takes note of a node; says whether to look below it. */
    private boolean visit(Node node) {
        if (node instanceof Heading heading) {
            heading(heading);
        } else if (node instanceof ThematicBreak && node.getParent().getParent() == null) {
            add(span(node), BodyMark.Kind.RULE, null, body.length());
        } else if (node instanceof TableRow) {
            row(node);
            return false;
        } else if (node instanceof HtmlBlock || node instanceof HtmlInline) {
            comment(span(node));
        } else if (node instanceof Paragraph) {
            paragraph(node);
        }
        return !(node instanceof BlockQuote) || quotesOnlyAQuestion(node);
    }

    private void heading(Heading heading) {
        Span span = span(heading);
        if (textOf(span).endsWith(PullRequestBody.SECTION)) {
            add(span, BodyMark.Kind.RULE, null, body.length());
            return;
        }
        Question question = QuestionLabel.inHeading(textOf(span));
        marks.add(new BodyMark(
                lineStart(span.start),
                span.end,
                BodyMark.Kind.HEADING,
                question,
                heading.getLevel(),
                0,
                body.length()));
    }

    private void paragraph(Node paragraph) {
        Span span = span(paragraph);
        int newline = body.indexOf('\n', span.start);
        String line = body.substring(span.start, newline < 0 ? span.end : Math.min(newline, span.end));
        QuestionLabel label = QuestionLabel.atStartOf(line);
        boolean item = paragraph.getParent() instanceof ListItem && paragraph.getPrevious() == null;
        if (label != null) {
            Span labelled = new Span(span.start, span.start + label.end());
            if (item) {
                add(labelled, BodyMark.Kind.ITEM, label.question(), itemLimit(paragraph.getParent(), labelled));
            } else {
                add(labelled, BodyMark.Kind.PARAGRAPH, label.question(), body.length());
            }
        } else if (!item && isOnlyStrong(paragraph)) {
            add(span, BodyMark.Kind.PARAGRAPH, null, body.length());
        }
    }

    /** An item's answer stays in the item, unless it is the last one and says nothing after the question. */
    private int itemLimit(Node item, Span label) {
        int end = span(item).end;
        boolean answered = !PullRequestTemplate.withoutItsWords(body.substring(label.end, Math.max(label.end, end)))
                .isBlank();
        return answered || item.getNext() != null ? Math.max(end, label.end) : body.length();
    }

    private static boolean isOnlyStrong(Node paragraph) {
        return paragraph.getFirstChild() instanceof StrongEmphasis
                && paragraph.getFirstChild() == paragraph.getLastChild()
                && paragraph.getParent().getParent() == null;
    }

    private boolean quotesOnlyAQuestion(Node quote) {
        Node only = quote.getFirstChild();
        if (!(only instanceof Paragraph) || only.getNext() != null) {
            return false;
        }
        String text = textOf(span(only));
        QuestionLabel label = QuestionLabel.atStartOf(text);
        return label != null && label.end() == text.length();
    }

    private void row(Node row) {
        Node first = row.getFirstChild();
        Node second = first == null ? null : first.getNext();
        if (!(first instanceof TableCell) || !(second instanceof TableCell)) {
            return;
        }
        Question question = QuestionLabel.inHeading(textOf(span(first)));
        if (question != null && !second.getSourceSpans().isEmpty()) {
            Span answer = span(second);
            marks.add(new BodyMark(span(first).start, answer.start, BodyMark.Kind.CELL, question, 0, 0, answer.end));
        }
    }

    private void comment(Span html) {
        int at = body.indexOf("<!--", html.start);
        while (at >= 0 && at < html.end) {
            int close = body.indexOf("-->", at + 4);
            int end = close < 0 ? html.end : Math.min(close + 3, html.end);
            comments.add(new Span(at, end));
            at = body.indexOf("<!--", end);
        }
    }

    private void add(Span span, BodyMark.Kind kind, @Nullable Question question, int limit) {
        int lineStart = lineStart(span.start);
        int indent = kind == BodyMark.Kind.ITEM ? span.start - lineStart : 0;
        marks.add(new BodyMark(lineStart, span.end, kind, question, 0, indent, limit));
    }

    private int lineStart(int offset) {
        return offset == 0 ? 0 : body.lastIndexOf('\n', offset - 1) + 1;
    }

    private String textOf(Span span) {
        return body.substring(span.start, span.end);
    }

    private static Span span(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return new Span(0, 0);
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return new Span(spans.get(0).getInputIndex(), last.getInputIndex() + last.getLength());
    }
}
