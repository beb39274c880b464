using System.Text.Json;

namespace Polaris.Client.Workflows;

/// <summary>An open conversation written down, so that another process can continue it. Holds no secret.</summary>
/// <remarks>How long a server keeps a conversation is not documented: treat a bookmark as good for minutes, not days.</remarks>
public sealed class WorkflowBookmark
{
    /// <summary>The id of the conversation.</summary>
    public Guid RequestGuid { get; set; }

    /// <summary>The number of the workflow.</summary>
    public WorkflowRequestType RequestType { get; set; }

    /// <summary>The organization that it was started in.</summary>
    public int OrganizationId { get; set; }

    /// <summary>The workstation that it was started at.</summary>
    public int WorkstationId { get; set; }

    /// <summary>The prompt that waited when the bookmark was made, for showing it without asking the server.</summary>
    public WorkflowPrompt? Prompt { get; set; }

    /// <summary>Reads a bookmark.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="FormatException">The text is not a bookmark.</exception>
    public static WorkflowBookmark FromJson(string json)
    {
        try
        {
            var bookmark = JsonSerializer.Deserialize(json ?? throw new ArgumentNullException(nameof(json)), WorkflowsJson.Default.WorkflowBookmark);
            return bookmark is not null && bookmark.RequestGuid != Guid.Empty
                ? bookmark
                : throw new FormatException("The text is not a workflow bookmark: it has no conversation ID.");
        }
        catch (JsonException exception)
        {
            throw new FormatException("The text is not a workflow bookmark: it is not the JSON that ToJson gave.", exception);
        }
    }

    /// <summary>Writes the bookmark as JSON. The prompt's texts may name people.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, WorkflowsJson.Default.WorkflowBookmark);

    /// <summary>Shows numbers only.</summary>
    public override string ToString() => $"workflow {(int)RequestType} {RequestGuid}";

    internal void EnsureFits(WorkflowRequestType type, WorkflowContext context)
    {
        if (RequestType != type)
        {
            throw new ArgumentException($"The bookmark is of workflow {(int)RequestType}, not {(int)type}.");
        }

        if (OrganizationId != context.OrganizationId || WorkstationId != context.WorkstationId)
        {
            throw new ArgumentException(
                $"The bookmark was made by organization {OrganizationId} at workstation {WorkstationId}: resume it with a client for these, "
                + $"polaris.With(organizationId: {OrganizationId}, workstationId: {WorkstationId}).");
        }
    }
}
