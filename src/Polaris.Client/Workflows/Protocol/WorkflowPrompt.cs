using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>A question of the server, as it stands on the wire.</summary>
/// <remarks>The vendor calls it <c>DtoWorkflowPrompt</c>.</remarks>
public sealed class WorkflowPrompt
{
    /// <summary>What is asked.</summary>
    [JsonPropertyName("WorkflowPromptID")]
    public WorkflowPromptId WorkflowPromptId { get; set; }

    /// <summary>An internal name; null in all known samples.</summary>
    public string? Name { get; set; }

    /// <summary>An internal description; null in all known samples.</summary>
    public string? Description { get; set; }

    /// <summary>What the prompt looks like in the vendor's own client.</summary>
    public WorkflowPromptType WorkflowPromptType { get; set; }

    /// <summary>Which results are offered.</summary>
    public WorkflowPromptOptions WorkflowPromptOptions { get; set; }

    /// <summary>The result the vendor's client preselects. Never send it unasked: some defaults delete
    /// records.</summary>
    public WorkflowPromptResult DefaultPromptOption { get; set; }

    /// <summary>A heading for the person who is asked; never null.</summary>
    public string Title { get; set => field = value ?? ""; } = "";

    /// <summary>The question for the person who is asked; never null, sometimes empty.</summary>
    public string Message { get; set => field = value ?? ""; } = "";

    /// <summary>A second text; null from older servers, which do not send this member.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateMessage { get; set; }

    /// <summary>What the Yes button reads instead of Yes; empty or null for Yes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateYesText { get; set; }

    /// <summary>What the No button reads instead of No; empty or null for No.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateNoText { get; set; }

    /// <summary>What the Cancel button reads instead of Cancel; empty or null for Cancel.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateCancelText { get; set; }

    /// <summary>What the Continue button reads instead of Continue; empty or null for Continue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateContinueText { get; set; }

    /// <summary>The data of the prompt; null for none.</summary>
    public WorkflowPromptExtension? PromptExtension { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The data of a prompt, and what it is.</summary>
public sealed class WorkflowPromptExtension
{
    /// <summary>What <see cref="Data"/> is.</summary>
    public WorkflowPromptExtensionType WorkflowPromptExtensionType { get; set; }

    /// <summary>The data itself; of kind <see cref="JsonValueKind.Undefined"/> when the server sent none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Data { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
