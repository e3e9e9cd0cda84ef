package io.rakegate.process;

import io.rakegate.announcement.Announcement;
import io.rakegate.announcement.Announcements;
import io.rakegate.evidence.PersonalData;
import io.rakegate.identity.Acting;
import io.rakegate.identity.Groups;
import io.rakegate.identity.Teams;
import io.rakegate.identity.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.FilterType;

/** The process with its neighbours in memory. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProcessProperties.class, OpeningProperties.class, PublicAddress.class, Groups.class})
@ComponentScan(
        basePackages = "io.rakegate.process",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(web|engine)\\..*|.*Test.*|.*LookSchedule"))
class ProcessTestApplication {

    @Bean
    ProcessEnginePlugin walked() {
        return new Walked();
    }

    @Bean
    FakePullRequests pullRequests() {
        return new FakePullRequests();
    }

    @Bean
    FakeEvidence evidenceRecords() {
        return new FakeEvidence();
    }

    @Bean
    FakeQuarantines quarantines() {
        return new FakeQuarantines();
    }

    @Bean
    @Fallback
    FakeRecords records() {
        return new FakeRecords();
    }

    @Bean
    Acting acting(IdentityService identityService, FakePeople people) {
        return new FakeActing(identityService, people);
    }

    @Bean
    Visibility visibility() {
        return new FakePeople.EverybodySeesEverything();
    }

    @Bean
    ProcessEnginePlugin marksCountForNothing() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setTenantCheckEnabled(false);
            }
        };
    }

    @Bean
    PersonalData personalData(Clock clock) {
        return new PersonalData(clock, Duration.ofSeconds(5));
    }

    @Bean
    FakePeople people() {
        return new FakePeople();
    }

    @Bean
    Teams teams() {
        return new FakePeople.TwoTeams();
    }

    @Bean
    FakeAnnouncements announcements() {
        return new FakeAnnouncements();
    }

    /** What the comparison of the record says. */
    static final class FakeRecords implements Records {

        final List<String> differences = new ArrayList<>();

        @Override
        public List<String> differences(Change change) {
            return List.copyOf(differences);
        }
    }

    /** What was announced, by key. */
    static final class FakeAnnouncements implements Announcements {

        final Map<String, Announcement> said = new LinkedHashMap<>();

        @Override
        public String announce(Announcement announcement) {
            said.put(announcement.key(), announcement);
            return "https://slack.example.org/archives/" + said.size();
        }

        long count(Announcement.Kind kind) {
            return said.values().stream().filter(one -> one.kind() == kind).count();
        }
    }
}
