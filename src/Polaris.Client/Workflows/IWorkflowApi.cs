using Refit;

namespace Polaris.Client.Workflows;

/// <summary>The workflow endpoints, one method each. <see cref="WorkflowsClient"/> is easier and safer to use.</summary>
/// <remarks>Vendor page: workflow/overview. All of them return HTTP 200 even if the business action failed.</remarks>
[Headers("Accept: application/json")]
public interface IWorkflowApi
{
    /// <summary>Starts a workflow. Not repeatable: each call starts another one.</summary>
    /// <param name="request">The workflow request.</param>
    /// <param name="context">Options for this call; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the call, also while it is in flight.</param>
    [Post("/workflow")]
    Task<WorkflowAnswer> StartAsync(
        [Body] WorkflowRequestMessage request,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Replies to the prompt of an open workflow. Not repeatable.</summary>
    /// <param name="workflowRequestGuid">The ID from the response that raised the prompt.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="context">Options for this call; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the call, also while it is in flight.</param>
    [Put("/workflow/{workflowRequestGuid}")]
    Task<WorkflowAnswer> ReplyAsync(
        Guid workflowRequestGuid,
        [Body] WorkflowReply reply,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads the last response of a workflow again.</summary>
    /// <param name="workflowRequestGuid">The ID from its first response.</param>
    /// <param name="context">Options for this call; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the call, also while it is in flight.</param>
    [Get("/workflow/{workflowRequestGuid}")]
    Task<WorkflowAnswer> GetAsync(
        Guid workflowRequestGuid,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);
}
