using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>The patron is blocked: continue?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">Its data.</param>
/// <remarks>Prompt 1, extension 8. Its buttons read Continue and Cancel; the server names no default.</remarks>
public sealed class PatronBlockedPrompt(PromptContext context, PatronBlocks details) : ConfirmPrompt(context)
{
    /// <summary>Ties the number 1 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.PatronBlocked,
        CirculationJson.Default.PatronBlocks,
        (context, details) => new PatronBlockedPrompt(context, details));

    /// <summary>Which kinds of block the patron has. Personal data: show it, do not log it.</summary>
    public PatronBlocks Details { get; } = details;
}

/// <summary>The data of prompt 1: which kinds of block the patron has. Null = the server did not return it.</summary>
/// <remarks>
/// The vendor documents names alone, which are spelt out here, and not all of them: the others are in <see cref="AdditionalMembers"/>.
/// Were one of them no flag, the prompt would come as plain <see cref="Workflows.Prompt"/>.
/// </remarks>
public sealed class PatronBlocks
{
    /// <summary>An item is held for the patron.</summary>
    public bool? HeldItemBlock { get; set; }

    /// <summary>The patron owes fines of the first level.</summary>
    public bool? FirstLevelFineBlock { get; set; }

    /// <summary>The patron owes fines of the second level.</summary>
    public bool? SecondLevelFineBlock { get; set; }

    /// <summary>The patron has a message that was not read.</summary>
    public bool? UnreadMessageBlock { get; set; }

    /// <summary>The patron has an overdue item.</summary>
    public bool? OverdueItemBlock { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
