package io.rakegate.sandbox.github.page;

import io.rakegate.sandbox.github.InSandbox;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/** Shows Markdown as GitHub does. HTML in it stays text, its hidden comments stay hidden, its links lead nowhere odd. */
@InSandbox
@Component("sandboxGitHubMarkdown")
class Markdown {

    private static final Pattern HIDDEN = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), TaskListItemsExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    /** HTML that is safe to put into a page as it is. */
    String html(String markdown) {
        Node document = parser.parse(markdown);
        document.accept(new HiddenComments());
        return renderer.render(document);
    }

    private static final class HiddenComments extends AbstractVisitor {

        @Override
        public void visit(HtmlBlock block) {
            block.setLiteral(HIDDEN.matcher(block.getLiteral()).replaceAll(""));
            if (block.getLiteral().isBlank()) {
                block.unlink();
            }
        }

        @Override
        public void visit(HtmlInline inline) {
            if (HIDDEN.matcher(inline.getLiteral()).matches()) {
                inline.unlink();
            }
        }
    }
}
