using System.Text.Json;

namespace Polaris.Client.Workflows;

/// <summary>A saved open conversation, so that another process can continue it. Does not contain secrets.</summary>
/// <remarks>How long a server keeps a conversation is not documented: expect a bookmark to be valid for minutes, not days.</remarks>
public sealed class WorkflowBookmark
{
    /// <summary>The ID of the conversation.</summary>
    public Guid RequestGuid { get; set; }

    /// <summary>The type of the workflow.</summary>
    public WorkflowRequestType RequestType { get; set; }

    /// <summary>The organization in which it was started.</summary>
    public int OrganizationId { get; set; }

    /// <summary>The workstation at which it was started.</summary>
    public int WorkstationId { get; set; }

    /// <summary>The open prompt when the bookmark was created, to show it without a request to the server.</summary>
    public WorkflowPrompt? Prompt { get; set; }

    /// <summary>Reads a bookmark.</summary>
    /// <param name="json">The result of <see cref="ToJson"/>.</param>
    /// <exception cref="FormatException">The string is not a bookmark.</exception>
    public static WorkflowBookmark FromJson(string json)
    {
        try
        {
            var bookmark = JsonSerializer.Deserialize(json ?? throw new ArgumentNullException(nameof(json)), WorkflowsJson.Default.WorkflowBookmark);
            return bookmark is not null && bookmark.RequestGuid != Guid.Empty
                ? bookmark
                : throw new FormatException("The string is not a workflow bookmark: it has no conversation ID.");
        }
        catch (JsonException exception)
        {
            throw new FormatException("The string is not a workflow bookmark: it is not the JSON that ToJson returned.", exception);
        }
    }

    /// <summary>Writes the bookmark as JSON. The messages of the prompt may name people.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, WorkflowsJson.Default.WorkflowBookmark);

    /// <summary>Returns the type and the ID, without messages.</summary>
    public override string ToString() => $"workflow {(int)RequestType} {RequestGuid}";

    internal void EnsureBelongsTo(WorkflowRequestType type)
    {
        if (RequestType != type)
        {
            throw new ArgumentException($"The bookmark belongs to workflow {(int)RequestType}, not {(int)type}.");
        }
    }

    internal void EnsureFits(WorkflowRequestType type, WorkflowContext context)
    {
        EnsureBelongsTo(type);
        if (OrganizationId != context.OrganizationId || WorkstationId != context.WorkstationId)
        {
            throw new ArgumentException(
                $"The bookmark was created for organization {OrganizationId} and workstation {WorkstationId}: resume it with a client for these, "
                + $"polaris.With(organizationId: {OrganizationId}, workstationId: {WorkstationId}).");
        }
    }
}
