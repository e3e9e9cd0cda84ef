package io.rakegate.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Why vulnerabilities in libraries that have no fix on this line do not reach Rakegate: it does not use what they are in.
 * docs/security.md names the methods here.
 */
class NotReachableTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rakegate");
    private static final Path RESOURCES = Path.of("src/main/resources");

    @ParameterizedTest
    @CsvSource({
        "CVE-2026-47883, org.springframework.web.filter.UrlHandlerFilter",
        "CVE-2026-47884, org.springframework.web.servlet.view.xslt.XsltView",
        "CVE-2026-47886, org.springframework.expression.ExpressionParser",
        "CVE-2026-47887, org.springframework.web.servlet.mvc.UrlFilenameViewController",
        "CVE-2026-47890, org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter",
        "CVE-2026-47890, org.springframework.web.servlet.view.FragmentsRendering",
        "CVE-2026-47892, org.springframework.web.servlet.function.RouterFunction",
        "CVE-2026-59281, org.springframework.web.bind.EscapedErrors",
        "CVE-2026-59283, org.springframework.expression.EvaluationContext",
        "CVE-2026-59313, org.springframework.web.servlet.function.ServerResponse",
        "CVE-2026-59374, org.springframework.validation.DataBinder",
        "CVE-2026-47842, org.springframework.security.crypto.encrypt.BytesEncryptor",
        "CVE-2026-47842, org.springframework.security.crypto.encrypt.TextEncryptor",
        "CVE-2026-59276, org.springframework.security.web.authentication.www.DigestAuthenticationFilter",
        "CVE-2026-59276, org.springframework.security.core.token.KeyBasedPersistenceTokenService"
    })
    void whatIsVulnerableIsNotUsed(String vulnerability, String type) throws ClassNotFoundException {
        Class<?> vulnerable = Class.forName(type);

        noClasses()
                .should()
                .dependOnClassesThat(assignableTo(vulnerable))
                .as(vulnerability + " is out of reach")
                .check(OURS);
    }

    /** CVE-2026-59314: and their names are clean, see FileNameTest. */
    @Test
    void fileNamesBecomeHeadersInTwoPlaces() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.rakegate.evidence.Downloads")
                .and()
                .doNotHaveFullyQualifiedName("io.rakegate.audit.web.BundleController")
                .should()
                .dependOnClassesThat(assignableTo(ContentDisposition.class))
                .check(OURS);
    }

    /** CVE-2026-59282: what parameters of a request are bound to has no list that they could grow. */
    @Test
    void parametersOfARequestAreBoundToNothingThatGrows() {
        assertThat(handlers())
                .isNotEmpty()
                .flatExtracting(JavaMethod::getParameters)
                .filteredOn(parameter -> !isNamed(parameter) && !isOfTheFramework(parameter))
                .flatExtracting(parameter -> parameter.getRawType().getAllFields())
                .filteredOn(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .extracting(field -> field.getRawType().getName())
                .containsOnly("java.lang.String");
    }

    /** CVE-2026-47886, CVE-2026-59281: no page evaluates what somebody entered, nor shows the errors of a form. */
    @Test
    void noPageEvaluatesTextOrRendersErrorsOfAForm() throws IOException {
        try (Stream<Path> pages = Files.walk(RESOURCES.resolve("templates"))) {
            assertThat(pages.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(page -> assertThat(Files.readString(page))
                            .as("%s", page)
                            .doesNotContain("__$", "th:errors", "#fields"));
        }
    }

    /** CVE-2026-59283: expressions are interpreted, as by default. */
    @Test
    void expressionsAreNotCompiled() throws IOException {
        assertThat(Files.readString(RESOURCES.resolve("application.yaml")))
                .contains("spring:")
                .doesNotContain("compiler");
        assertThat(System.getProperty("spring.expression.compiler.mode")).isNull();
    }

    /** CVE-2026-19880: no file is named by what is logged. */
    @Test
    void theLogGoesToTheConsole() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("application.yaml")
                    .noneMatch(name -> name.startsWith("logback"));
        }
        assertThat(Files.readString(RESOURCES.resolve("application.yaml")))
                .doesNotContainPattern("logging:\\s+(file|config)");
    }

    /** CVE-2025-4690: the filter is slow on some texts. */
    @Test
    void noPageOfCamundaTurnsTextIntoLinks() throws IOException {
        Resource[] pages =
                new PathMatchingResourcePatternResolver().getResources("classpath*:META-INF/resources/**/camunda*.js");

        assertThat(pages)
                .extracting(Resource::getFilename)
                .contains("camunda-tasklist-bootstrap.js", "camunda-cockpit-bootstrap.js");
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                        .as("%s", page)
                        .contains("ng-bind")
                        .doesNotContain("linky"));
    }

    private static Stream<JavaMethod> handlers() {
        return OURS.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class)
                        || method.isAnnotatedWith(ModelAttribute.class));
    }

    /** Has an annotation of Spring that says where it comes from; a model attribute is made by a method of ours. */
    private static boolean isNamed(JavaParameter parameter) {
        return parameter.getAnnotations().stream()
                .anyMatch(annotation ->
                        annotation.getRawType().getPackageName().startsWith("org.springframework.web.bind"));
    }

    private static boolean isOfTheFramework(JavaParameter parameter) {
        String name = parameter.getRawType().getName();
        return parameter.getRawType().isAssignableTo(Principal.class)
                || Stream.of("jakarta.servlet.", "org.springframework.").anyMatch(name::startsWith)
                || Set.of("java.util.Locale", "java.io.InputStream").contains(name);
    }
}
