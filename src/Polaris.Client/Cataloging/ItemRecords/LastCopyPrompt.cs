using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The last copy goes: what shall become of the bibliographic records that are left without items?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">Its data.</param>
/// <remarks>
/// Prompt 82, extension 25. <b>The server's default deletes the bibliographic records.</b> Only Retain is known for certain; the
/// results 9 (delete) and 10 (suppress) are inferred, so they have no method: send them with <see cref="Prompt.Reply"/> if you know.
/// Its set of buttons is not documented either, so that an unanswered one is not canceled: give it a handler.
/// </remarks>
public sealed class LastCopyPrompt(PromptContext context, LastCopyOptions details) : Prompt(context)
{
    /// <summary>Ties the number 82 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.LastCopyOptions,
        ItemRecordsJson.Default.LastCopyOptions,
        (context, details) => new LastCopyPrompt(context, details));

    /// <summary>Which buttons are enabled, and which records are left without items.</summary>
    public LastCopyOptions Details { get; } = details;

    /// <summary>Deletes the items and keeps the bibliographic records as they are.</summary>
    public PromptReply Retain() => Reply(WorkflowPromptResult.Retain);
}

/// <summary>The data of prompt 82.</summary>
public sealed class LastCopyOptions
{
    /// <summary>Whether the bibliographic records may be deleted.</summary>
    public bool DeleteButtonEnabled { get; set; }

    /// <summary>Whether they may be hidden.</summary>
    public bool SuppressButtonEnabled { get; set; }

    /// <summary>Whether they may be kept as they are.</summary>
    public bool RetainButtonEnabled { get; set; }

    /// <summary>Whether the vendor's program may open them.</summary>
    public bool OpenButtonEnabled { get; set; }

    /// <summary>Whether the vendor's program may print them.</summary>
    public bool PrintButtonEnabled { get; set; }

    /// <summary>The records that are left without items.</summary>
    public IReadOnlyList<WidowedRecord> WidowedRecords { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A record that is left without items.</summary>
public sealed class WidowedRecord
{
    /// <summary>Its type.</summary>
    [JsonPropertyName("ObjectTypeID")]
    public ObjectType ObjectType { get; set; }

    /// <summary>Its id.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>Its description, such as the title.</summary>
    public string? Description { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
