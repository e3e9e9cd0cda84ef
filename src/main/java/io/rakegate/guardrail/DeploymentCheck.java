package io.rakegate.guardrail;

import io.rakegate.process.Delegates;
import io.rakegate.process.catalogue.ProdDbChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Says of a file whether it may be deployed, and if not, why, in sentences for whoever drew it. */
@Component
public class DeploymentCheck {

    /** Bytes of a file that are looked at; the largest diagram of ours fits many times. */
    public static final int MOST = 2 << 20;

    private static final String OURS = "classpath*:processes/**/*.html";

    private final ListableBeanFactory beans;
    private final ResourcePatternResolver resources;

    DeploymentCheck(ListableBeanFactory beans, ResourcePatternResolver resources) {
        this.beans = beans;
        this.resources = resources;
    }

    /** What keeps a file from being deployed; empty if nothing does. */
    public List<Finding> check(String file, byte[] content) {
        if (content.length > MOST) {
            return List.of(new Finding(file, "file", "The file is larger than " + MOST + " bytes."));
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return diagram(file, content);
        }
        if (name.endsWith(".form")) {
            return FormCheck.check(file, content);
        }
        if (name.endsWith(".html")) {
            return html(file, content);
        }
        return List.of(new Finding(file, "file", """
                Only diagrams (.bpmn) and Camunda Forms (.form) are deployed here. Archives, scripts, decision tables \
                and other files are not."""));
    }

    private List<Finding> diagram(String file, byte[] content) {
        Document document;
        try {
            document = SafeXml.read(content);
        } catch (SAXException | IOException unreadable) {
            return List.of(new Finding(
                    file,
                    "file",
                    "This is no diagram: it is not well-formed XML, or it has a document type or entities."));
        }
        List<Element> elements = SafeXml.elements(document);
        List<Finding> findings = new ArrayList<>(AllowedContent.check(file, elements));
        findings.addAll(new Wiring(file, Delegates.names(beans)).check(elements));
        boolean ofChange = elements.stream()
                .anyMatch(element -> element.getLocalName().equals("process")
                        && element.getAttribute("id").equals(ProdDbChange.KEY));
        if (ofChange) {
            findings.addAll(new ContractOfChange(file, elements).check());
        }
        return findings;
    }

    /** A form in HTML runs in the browsers of approvers, so only the one that comes with Rakegate is taken. */
    private List<Finding> html(String file, byte[] content) {
        try {
            for (Resource ours : resources.getResources(OURS)) {
                try (InputStream stream = ours.getInputStream()) {
                    if (Arrays.equals(stream.readAllBytes(), content)) {
                        return List.of();
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.of(new Finding(file, "file", """
                A form in HTML runs code in the browser of whoever opens it, so only the one that comes with Rakegate is \
                taken, unchanged. Draw a Camunda Form instead."""));
    }
}
