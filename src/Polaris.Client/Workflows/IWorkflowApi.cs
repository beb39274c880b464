using Refit;

namespace Polaris.Client.Workflows;

/// <summary>The workflow endpoints, one method each. <see cref="WorkflowsClient"/> is the friendly way in.</summary>
/// <remarks>Vendor page: workflow/overview. All of them answer HTTP 200 even when the business action failed.</remarks>
[Headers("Accept: application/json")]
public interface IWorkflowApi
{
    /// <summary>Starts a workflow. Not repeatable: each call starts another one.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/workflow")]
    Task<WorkflowAnswer> StartAsync([Body] WorkflowRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>Replies to the prompt of an open workflow. Not repeatable.</summary>
    /// <param name="workflowRequestGuid">The id from the answer that raised the prompt.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Put("/workflow/{workflowRequestGuid}")]
    Task<WorkflowAnswer> ReplyAsync(Guid workflowRequestGuid, [Body] WorkflowReply reply, CancellationToken cancellationToken = default);

    /// <summary>Reads the last answer of a workflow again.</summary>
    /// <param name="workflowRequestGuid">The id from its first answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/workflow/{workflowRequestGuid}")]
    Task<WorkflowAnswer> GetAsync(Guid workflowRequestGuid, CancellationToken cancellationToken = default);
}
