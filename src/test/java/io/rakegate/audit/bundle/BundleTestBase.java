package io.rakegate.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.rakegate.audit.AuditTestBase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;

/** A test on the bundle of a change, downloaded as people do. */
abstract class BundleTestBase extends AuditTestBase {

    static final String BUNDLE = "/api/changes/acme/vets-api/7/audit.zip";

    @TempDir
    Path folder;

    final void completed() {
        started();
        prepare();
        approveBoth();
        finish();
    }

    final Path download() throws IOException {
        MockHttpServletResponse response = answerTo("creator", get(BUNDLE));
        assertThat(response.getStatus()).isEqualTo(200);
        return Files.write(folder.resolve("audit.zip"), response.getContentAsByteArray());
    }

    static Path unpack(Path zip, Path into) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                Path target = into.resolve(entry.getName()).normalize();
                assertThat(target).startsWithRaw(into);
                Files.createDirectories(target.getParent());
                try (InputStream bytes = file.getInputStream(entry)) {
                    Files.copy(bytes, target);
                }
            }
        }
        return into;
    }
}
