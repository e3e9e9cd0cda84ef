package io.rakegate.audit.bundle;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Everything about a change for a person to read, as one page of HTML that needs nothing beside it, and as PDF. */
@Component
class Report {

    private static final String TEMPLATE = "audit/bundle/report";
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        // it tells of each page it lays out
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;

    Report(ITemplateEngine templates) {
        this.templates = templates;
    }

    String html(Map<String, Object> facts) {
        Context context = new Context(Locale.ROOT, facts);
        context.setVariable("words", new ReportWords());
        return withoutControlCharacters(templates.process(TEMPLATE, context));
    }

    /** No text of a person may keep the report from being XML, which is what the PDF is made from. */
    private static String withoutControlCharacters(String html) {
        StringBuilder clean = new StringBuilder(html.length());
        html.codePoints().forEach(point -> clean.appendCodePoint(isXml(point) ? point : '\uFFFD'));
        return clean.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point < 0xD800)
                || (point > 0xDFFF && point < 0xFFFE)
                || point > 0xFFFF;
    }

    /**
     * The same page on paper. The dates inside the file are those of the change, so that the same page is the same file.
     *
     * @param asOf what the file says it was made at
     */
    byte[] pdf(String html, Instant asOf) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(html, null)
                .useFont(Report::font, "Report")
                // the report refers to nothing, and nothing that people wrote can make it
                .useUriResolver((base, uri) -> null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                document.getDocumentInformation().setCreationDate(calendar(asOf));
                document.setDocumentId(asOf.toEpochMilli());
                document.save(bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("The report cannot be made into a PDF", impossible);
        }
        return bytes.toByteArray();
    }

    private static Calendar calendar(Instant moment) {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(moment.toEpochMilli());
        return calendar;
    }

    private static InputStream font() {
        InputStream font = PDDocument.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("The library that writes PDF has no font " + FONT + " any more");
        }
        return font;
    }
}
