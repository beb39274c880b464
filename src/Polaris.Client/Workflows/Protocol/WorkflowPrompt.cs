using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>A prompt of the server, as received.</summary>
/// <remarks>The vendor calls it <c>DtoWorkflowPrompt</c>.</remarks>
public sealed class WorkflowPrompt
{
    /// <summary>The ID of the prompt.</summary>
    [JsonPropertyName("WorkflowPromptID")]
    public WorkflowPromptId WorkflowPromptId { get; set; }

    /// <summary>An internal name; null in all known samples.</summary>
    public string? Name { get; set; }

    /// <summary>An internal description; null in all known samples.</summary>
    public string? Description { get; set; }

    /// <summary>How the prompt is displayed in the vendor's own client.</summary>
    public WorkflowPromptType WorkflowPromptType { get; set; }

    /// <summary>The offered results.</summary>
    public WorkflowPromptOptions WorkflowPromptOptions { get; set; }

    /// <summary>The result that the vendor's client preselects. Never send it automatically: some defaults delete
    /// records.</summary>
    public WorkflowPromptResult DefaultPromptOption { get; set; }

    /// <summary>A heading for the user; never null.</summary>
    public string Title { get; set => field = value ?? ""; } = "";

    /// <summary>The question for the user; never null, sometimes empty.</summary>
    public string Message { get; set => field = value ?? ""; } = "";

    /// <summary>A second message; <c>null</c> from older servers, which do not send this property.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateMessage { get; set; }

    /// <summary>The caption of the Yes button; empty or <c>null</c> for Yes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateYesText { get; set; }

    /// <summary>The caption of the No button; empty or <c>null</c> for No.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateNoText { get; set; }

    /// <summary>The caption of the Cancel button; empty or <c>null</c> for Cancel.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateCancelText { get; set; }

    /// <summary>The caption of the Continue button; empty or <c>null</c> for Continue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AlternateContinueText { get; set; }

    /// <summary>The data of the prompt; <c>null</c> for none.</summary>
    public WorkflowPromptExtension? PromptExtension { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The data of a prompt, and its type.</summary>
public sealed class WorkflowPromptExtension
{
    /// <summary>The type of <see cref="Data"/>.</summary>
    public WorkflowPromptExtensionType WorkflowPromptExtensionType { get; set; }

    /// <summary>The data itself; of kind <see cref="JsonValueKind.Undefined"/> if the server did not send any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Data { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
