using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>The title is a serial or has volumes: which part is requested?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">The data of the prompt.</param>
/// <remarks>
/// Prompt 94, extension 33, seen in clients in production. Its buttons read Continue and Cancel, and the server's default is Cancel.
/// How the chosen part is sent is not documented, so there is no method to continue: use <see cref="Prompt.Reply"/> if you know it.
/// </remarks>
public sealed class SerialHoldsPrompt(PromptContext context, SerialHoldChoices details) : Prompt(context)
{
    /// <summary>Maps prompt ID 94 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.SerialHolds,
        CirculationJson.Default.SerialHoldChoices,
        (context, details) => new SerialHoldsPrompt(context, details));

    /// <summary>The parts to choose from.</summary>
    public SerialHoldChoices Details { get; } = details;

    /// <inheritdoc/>
    protected override void Describe(PromptView view) => (view ?? throw new ArgumentNullException(nameof(view))).Notes =
        [.. view.Notes, .. Details.DesignationsOrVolumes];
}

/// <summary>The data of prompt 94.</summary>
public sealed class SerialHoldChoices
{
    /// <summary>The number of items.</summary>
    public int ItemRecordCount { get; set; }

    /// <summary>The parts to choose from.</summary>
    public IReadOnlyList<string> DesignationsOrVolumes { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Whether the parts are designations; otherwise they are volumes.</summary>
    public bool IsDesignation { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
