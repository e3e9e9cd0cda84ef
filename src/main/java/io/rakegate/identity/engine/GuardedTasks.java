package io.rakegate.identity.engine;

import java.io.InputStream;
import java.util.Optional;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.jspecify.annotations.Nullable;

/**
 * The task service where the engine itself checks too little or too much. People claim for themselves only. Giving a
 * task back needs no more than being its assignee. Only whoever works in a process remarks on it, and a remark stays as
 * it was written.
 */
class GuardedTasks extends TaskServiceImpl {

    private final ProcessEngineConfigurationImpl engine;

    GuardedTasks(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        actor().filter(actor -> userId != null && !userId.equals(actor)).ifPresent(actor -> {
            commandExecutor.execute(new Refuse(
                    taskId,
                    "The user '%s' may not claim a task for '%s': people claim for themselves."
                            .formatted(actor, userId)));
        });
        super.claim(taskId, userId);
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        if (userId == null) {
            claim(taskId, null);
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    @Override
    public Comment createComment(@Nullable String taskId, @Nullable String processInstanceId, String message) {
        commandExecutor.execute(new MayRemark(taskId, processInstanceId));
        return super.createComment(taskId, processInstanceId, message);
    }

    @Override
    public void updateTaskComment(String taskId, String commentId, String message) {
        refuse("change a comment");
        super.updateTaskComment(taskId, commentId, message);
    }

    @Override
    public void updateProcessInstanceComment(String processInstanceId, String commentId, String message) {
        refuse("change a comment");
        super.updateProcessInstanceComment(processInstanceId, commentId, message);
    }

    @Override
    public void deleteTaskComment(String taskId, String commentId) {
        refuse("delete a comment");
        super.deleteTaskComment(taskId, commentId);
    }

    @Override
    public void deleteTaskComments(String taskId) {
        refuse("delete a comment");
        super.deleteTaskComments(taskId);
    }

    @Override
    public void deleteProcessInstanceComment(String processInstanceId, String commentId) {
        refuse("delete a comment");
        super.deleteProcessInstanceComment(processInstanceId, commentId);
    }

    @Override
    public void deleteProcessInstanceComments(String processInstanceId) {
        refuse("delete a comment");
        super.deleteProcessInstanceComments(processInstanceId);
    }

    @Override
    public Attachment createAttachment(
            String type,
            String taskId,
            String processInstanceId,
            String name,
            String description,
            InputStream content) {
        refuse("attach a file; upload it as evidence instead");
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstanceId, String name, String description, String url) {
        refuse("attach a link; write a comment instead");
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        refuse("delete an attachment");
        super.deleteAttachment(attachmentId);
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        refuse("delete an attachment");
        super.deleteTaskAttachment(taskId, attachmentId);
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        refuse("change an attachment");
        super.saveAttachment(attachment);
    }

    private Optional<String> actor() {
        Authentication acting = engine.getIdentityService().getCurrentAuthentication();
        return Optional.ofNullable(acting == null ? null : acting.getUserId());
    }

    private void refuse(String act) {
        actor().ifPresent(actor -> {
            commandExecutor.execute(new Refuse(null, "The user '" + actor + "' may not " + act + "."));
        });
    }
}
