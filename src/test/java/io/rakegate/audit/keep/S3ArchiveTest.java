package io.rakegate.audit.keep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.findify.s3mock.S3Mock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a bucket, against a store that speaks S3's protocol. */
class S3ArchiveTest {

    @TempDir
    private Path folder;

    private S3Mock store;
    private int port;

    @BeforeEach
    void startStore() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path buckets = Files.createDirectories(folder.resolve("store/audit")).getParent();
        store = new S3Mock.Builder()
                .withPort(port)
                .withFileBackend(buckets.toString())
                .build();
        store.start();
    }

    @AfterEach
    void stopStore() {
        store.shutdown();
    }

    @Test
    void keepsAFileUnderItsNameAndGivesItBack() throws IOException {
        byte[] bytes = new byte[3_000_000];
        new Random(4).nextBytes(bytes);
        Path file = Files.write(folder.resolve("bundle.zip"), bytes);

        try (S3Archive archive = archive("audit")) {
            String place = archive.put("acme/vets-api/7/20260101-id.zip", file);
            archive.put("acme/vets-api/7/20260101-id.zip", file);

            assertThat(place).isEqualTo("s3://audit/rakegate/acme/vets-api/7/20260101-id.zip");
            try (InputStream kept = archive.open("acme/vets-api/7/20260101-id.zip")) {
                assertThat(kept.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void saysWhichBucketDoesNotTakeIt() throws IOException {
        Path file = Files.write(folder.resolve("bundle.zip"), "x".getBytes(UTF_8));

        try (S3Archive archive = archive("missing")) {
            assertThatThrownBy(() -> archive.put("a.zip", file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("The bucket missing does not take rakegate/a.zip");
            assertThatThrownBy(() -> archive.open("a.zip"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not give");
        }
    }

    private S3Archive archive(String bucket) {
        return new S3Archive(new ArchiveProperties.S3(
                bucket, "rakegate/", "us-east-1", URI.create("http://127.0.0.1:" + port), true, "key", "secret"));
    }
}
