using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>The patron is blocked: continue?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">The data of the prompt.</param>
/// <remarks>Prompt 1, extension 8. Its buttons read Continue and Cancel; the server does not have a default.</remarks>
public sealed class PatronBlockedPrompt(PromptContext context, PatronBlocks details) : ConfirmPrompt(context)
{
    /// <summary>Maps prompt ID 1 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.PatronBlocked,
        CirculationJson.Default.PatronBlocks,
        (context, details) => new PatronBlockedPrompt(context, details));

    /// <summary>The kinds of block that the patron has. Personal data: show it, do not log it.</summary>
    public PatronBlocks Details { get; } = details;

    /// <inheritdoc/>
    protected override void Describe(PromptView view) => (view ?? throw new ArgumentNullException(nameof(view))).Notes =
        [.. view.Notes, .. Details.Names()];
}

/// <summary>The data of prompt 1: the kinds of block that the patron has; <c>null</c> if the server did not return it.</summary>
/// <remarks>
/// The vendor documents only names, which are spelled out here, and not all of them: the others are in <see cref="AdditionalMembers"/>.
/// One that is not a flag counts as <c>null</c>; <see cref="Prompt.Wire"/> contains the data as received.
/// </remarks>
public sealed class PatronBlocks
{
    /// <summary>An item is held for the patron.</summary>
    public bool? HeldItemBlock { get; set; }

    /// <summary>The patron owes fines of the first level.</summary>
    public bool? FirstLevelFineBlock { get; set; }

    /// <summary>The patron owes fines of the second level.</summary>
    public bool? SecondLevelFineBlock { get; set; }

    /// <summary>The patron has an unread message.</summary>
    public bool? UnreadMessageBlock { get; set; }

    /// <summary>The patron has an overdue item.</summary>
    public bool? OverdueItemBlock { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>The blocks that are set; those without a property by their name on the server.</summary>
    internal IEnumerable<string> Names() => new (bool? IsSet, string Name)[]
        {
            (HeldItemBlock, "An item is held for the patron."),
            (FirstLevelFineBlock, "The patron owes fines of the first level."),
            (SecondLevelFineBlock, "The patron owes fines of the second level."),
            (UnreadMessageBlock, "The patron has an unread message."),
            (OverdueItemBlock, "The patron has an overdue item."),
        }
        .Where(block => block.IsSet == true).Select(block => block.Name)
        .Concat((AdditionalMembers ?? []).Where(block => block.Value.ValueKind == JsonValueKind.True).Select(block => block.Key));
}
