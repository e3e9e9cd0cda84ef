package io.rakegate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.rakegate.RakegateApplication;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

@AnalyzeClasses(packages = "io.rakegate", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule rulesAndApprovalArePlainJava = noClasses()
            .that()
            .resideInAnyPackage("io.rakegate.policy..", "io.rakegate.approval..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.camunda..", "jakarta..")
                    // the walls themselves are declared with it
                    .and(not(resideInAPackage("org.springframework.modulith.."))))
            .as("rules and approval know neither Spring nor the engine")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule capabilitiesDoNotKnowTheEngine = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.rakegate.pullrequest..",
                    "io.rakegate.evidence..",
                    "io.rakegate.announcement..",
                    "io.rakegate.database..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .as("facts, evidence, announcements and the database do not know the engine");

    @ArchTest
    static final ArchRule internalInterfacesOfTheEngineStayInPackagesThatSaySo = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..engine..", "..listener..", "io.rakegate.guardrail..", "io.rakegate.audit.chain..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.bpm.engine.impl..")
                    // what the public IdentityService hands out
                    .and(not(equivalentTo(Authentication.class))));

    @ArchTest
    static final ArchRule variablesGoThroughTheCatalogue = noClasses()
            .that()
            .resideOutsideOfPackage("io.rakegate.process.catalogue..")
            .should()
            .accessTargetWhere(readsOrWritesAVariable())
            .as("engine variables are read and written only through the typed catalogue");

    @ArchTest
    static final ArchRule nobodyUsesTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackage("io.rakegate.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.rakegate.sandbox..");

    @ArchTest
    static final ArchRule whatSpringFindsIsNobodyElses = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areMetaAnnotatedWith(ControllerAdvice.class)
            .or()
            .areMetaAnnotatedWith(Configuration.class)
            .and(not(equivalentTo(RakegateApplication.class)))
            .should()
            .notBePublic()
            .as("controllers and configurations are package-private");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(Resource.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotBelongToAnyOf(RakegateApplication.class)
            .should()
            .accessTargetWhere(readsTheTimeWithoutAClock())
            .as("time comes from an injected Clock");

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule failuresHaveAName = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Impl|Helper|Util|Utils|Service|Base)$")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..")
            .as("no class is a manager, a helper or a util");

    private static DescribedPredicate<JavaAccess<?>> readsOrWritesAVariable() {
        Set<Class<?>> owners = Set.of(VariableScope.class, RuntimeService.class, TaskService.class);
        return describe(
                "reads or writes an engine variable",
                access -> access.getTarget() instanceof CodeUnitCallTarget target
                        && target.getName()
                                .matches("(get|set|remove|has)Variables?(Names)?(Local)?(Typed)?(LocalTyped)?")
                        && owners.stream().anyMatch(target.getOwner()::isAssignableTo));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheTimeWithoutAClock() {
        return describe("reads the time without a clock", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            boolean takesNothing = access.getTarget() instanceof CodeUnitCallTarget target
                    && target.getRawParameterTypes().isEmpty();
            return (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                    || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                    || (owner.isEquivalentTo(Date.class) && name.equals("<init>") && takesNothing)
                    || (owner.getPackageName().equals("java.time") && name.equals("now") && takesNothing);
        });
    }
}
