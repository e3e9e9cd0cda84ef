package io.rakegate.evidence;

import io.rakegate.pullrequest.PullRequestRef;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What the addresses and forms of this room have in common: which change, who acts, which file. */
@Component
class EvidenceRequests {

    private final EvidenceDesk desks;
    private final EvidenceProperties properties;

    EvidenceRequests(EvidenceDesk desks, EvidenceProperties properties) {
        this.desks = desks;
        this.properties = properties;
    }

    /** @throws EvidenceRefused if there is no such change, or the acting person may not add evidence to it now */
    EvidenceDesk.Desk openDesk(String owner, String repository, String number, EvidenceEnvironment environment) {
        EvidenceDesk.Desk desk = desks.find(change(owner, repository, number), environment);
        if (desk == null) {
            throw noSuchChange();
        }
        EvidenceRules.mayUpload(desk);
        return desk;
    }

    /** @throws EvidenceRefused if there is no such change that the acting person may read */
    PullRequestRef readable(String owner, String repository, String number) {
        PullRequestRef change = desks.findReadable(change(owner, repository, number));
        if (change == null) {
            throw noSuchChange();
        }
        return change;
    }

    /** @throws EvidenceRefused if the form has not exactly one file, or one that is not taken */
    EvidenceFile file(HttpServletRequest request) throws IOException {
        MultipartHttpServletRequest form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (form == null) {
            throw new EvidenceRefused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "file",
                    "Send multipart/form-data with the file in a part named file.");
        }
        List<MultipartFile> files =
                form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        MultipartFile file = form.getFile("file");
        if (file == null || files.size() != 1) {
            throw EvidenceRefused.unprocessable(
                    "file",
                    "There has to be exactly one file, in the part named file. Choose the file that shows the run.");
        }
        return EvidenceFile.examine(file.getOriginalFilename(), file, file.getSize(), properties.maxFileSize());
    }

    /** User id of who acts, from the login. */
    static String personOf(HttpServletRequest request) {
        @Nullable Principal principal = request.getUserPrincipal();
        if (principal == null) {
            throw new EvidenceRefused(HttpStatus.UNAUTHORIZED, null, "Log in first, so that the record can name you.");
        }
        return principal.getName();
    }

    static EvidenceEnvironment environment(String slug) {
        try {
            return EvidenceEnvironment.of(slug);
        } catch (IllegalArgumentException unknown) {
            throw new EvidenceRefused(HttpStatus.NOT_FOUND, "environment", String.valueOf(unknown.getMessage()));
        }
    }

    private static PullRequestRef change(String owner, String repository, String number) {
        try {
            return PullRequestRef.fromKey(owner + "/" + repository + "#" + number);
        } catch (IllegalArgumentException noPullRequest) {
            throw noSuchChange();
        }
    }

    private static EvidenceRefused noSuchChange() {
        return new EvidenceRefused(HttpStatus.NOT_FOUND, null, """
                There is no change for this pull request that you may see. \
                Check the address, or ask its creator to let you in.""");
    }
}
