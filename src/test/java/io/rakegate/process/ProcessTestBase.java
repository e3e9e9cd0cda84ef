package io.rakegate.process;

import io.rakegate.support.EngineTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the process: the real engine and diagrams on a real PostgreSQL, the neighbours in memory. */
@EngineTest
@TestPropertySource(properties = "camunda.bpm.authorization.enabled=false")
@Import({ProcessTestApplication.class, ChangeDriver.class})
abstract class ProcessTestBase {

    @Autowired
    ChangeDriver change;

    @Autowired
    FakePullRequests pullRequests;

    @Autowired
    FakeEvidence evidence;

    @Autowired
    FakeQuarantines quarantines;

    @Autowired
    FakePeople people;

    @Autowired
    ProcessTestApplication.FakeAnnouncements announcements;

    @BeforeEach
    void startClean() {
        pullRequests.clear();
        evidence.clear();
        quarantines.kept.clear();
        people.clear();
        announcements.said.clear();
    }
}
