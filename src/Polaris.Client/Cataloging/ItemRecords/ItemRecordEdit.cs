using System.Text.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Edits an item record: the caller sets the properties to change, and the server merges them with the others.</summary>
internal sealed class ItemRecordEditor(
    ObjectLocksClient locks, WorkflowsClient workflows, Func<int, CancellationToken, Task<ItemRecord>> readItemAsync)
    : RecordEditor<ItemRecord, UpdateItemRecord, ItemRecordSaved>(locks, workflows, ObjectType.ItemRecord, "Item record")
{
    protected override Task<ItemRecord> ReadAsync(int recordId, CancellationToken cancellationToken) => readItemAsync(recordId, cancellationToken);

    protected override UpdateItemRecord Begin(int recordId, ItemRecord before) => new() { ItemRecordId = recordId };

    protected override bool IsChange(int recordId, ItemRecord before, UpdateItemRecord changed) => changed.ItemRecordId != recordId
        ? throw new InvalidOperationException(
            $"Item record {recordId} is being edited, but the ID of the update was set to {changed.ItemRecordId}: do not change it.")
        : ItemMembers.Differing(ItemMembers.Of(before), ItemMembers.Of(changed)).Any();

    protected override bool AreEqual(ItemRecord before, ItemRecord present) =>
        ItemMembers.Plain(before).SequenceEqual(ItemMembers.Plain(present), StringComparer.Ordinal);

    protected override Task<WorkflowRequest<ItemRecordSaved>> ToSaveAsync(
        int recordId, ItemRecord present, UpdateItemRecord changed, CancellationToken cancellationToken)
    {
        if (changed.ItemStatusId is not null)
        {
            // Seen in clients in production: a new status is sent with the current one.
            changed.OriginalItemStatusId ??= present.ItemStatusId;
        }

        return Task.FromResult<WorkflowRequest<ItemRecordSaved>>(changed);
    }
}

/// <summary>The outcome of editing an item record.</summary>
public sealed class ItemRecordEdit : RecordEdit<ItemRecord, UpdateItemRecord, ItemRecordSaved>
{
    internal ItemRecordEdit(int recordId)
        : base(recordId)
    {
    }

    /// <summary>
    /// The properties in which the stored record differs from the record before the edit, also those that the server sets, such as the user
    /// who changed it; empty if the record was not read after a save.
    /// </summary>
    public IReadOnlyList<ItemDifference> Differences => Stored is null ? [] : [.. Compare(ItemMembers.Of(Before), ItemMembers.Of(Stored))];

    /// <summary>
    /// The properties that were sent, but have another value in the stored record: the server ignored or adjusted them. Properties that a
    /// read does not return, such as <c>Note</c>, cannot be compared. Empty if the record was not read after a save.
    /// </summary>
    public IReadOnlyList<ItemDifference> NotStored => Stored is null || Sent is null
        ? []
        : [.. Compare(ItemMembers.Of(Sent), ItemMembers.Of(Stored)).Where(difference => difference is { Before: { } sent, Stored: { } stored }
            && !ItemMembers.IsRemoved(sent, stored))];

    private static IEnumerable<ItemDifference> Compare(IReadOnlyDictionary<string, JsonElement> before, IReadOnlyDictionary<string, JsonElement> stored) =>
        before.Keys.Union(stored.Keys, StringComparer.OrdinalIgnoreCase)
            .Select(name => new ItemDifference(name, ItemMembers.Find(before, name), ItemMembers.Find(stored, name)))
            .Where(difference => !ItemMembers.AreEqual(difference.Before, difference.Stored));
}

/// <summary>One property in which two forms of an item record differ.</summary>
public sealed class ItemDifference
{
    internal ItemDifference(string name, JsonElement? before, JsonElement? stored)
    {
        Name = name;
        Before = before;
        Stored = stored;
    }

    /// <summary>The name of the property, as the server writes it when the record is read.</summary>
    public string Name { get; }

    /// <summary>The value before the edit, or the value that was sent; <see langword="null"/> if there is none.</summary>
    public JsonElement? Before { get; }

    /// <summary>The value in the stored record; <see langword="null"/> if there is none.</summary>
    public JsonElement? Stored { get; }

    /// <summary>Returns the name, without values, which may be personal data.</summary>
    public override string ToString() => Name;
}

/// <summary>The properties of an item record by their names in JSON, for comparisons.</summary>
internal static class ItemMembers
{
    // They identify the record or describe the save, and are not stored.
    private static readonly string[] NotStored = ["ItemRecordID", "IsNew", "OriginalItemStatusID", "ItemRecordHistoryActionID"];

    public static IReadOnlyDictionary<string, JsonElement> Of(ItemRecord record) =>
        Members(JsonSerializer.SerializeToElement(record, ItemRecordsJson.Default.ItemRecord));

    /// <summary>The properties that an update sets, with the names that reads have.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Of(UpdateItemRecord update)
    {
        var members = Members(JsonSerializer.SerializeToElement(update, ItemRecordsJson.Default.UpdateItemRecord));
        foreach (var name in NotStored)
        {
            members.Remove(name);
        }

        if (members.TryGetValue("LoneableOutsideSystem", out var loanable))
        {
            members.Remove("LoneableOutsideSystem");
            members["LoanableOutsideSystem"] = loanable;
        }

        return members;
    }

    /// <summary>
    /// The properties of the record itself, one line each. Objects and arrays belong to other records, such as hold requests, which other
    /// users may place while the record is locked.
    /// </summary>
    public static IEnumerable<string> Plain(ItemRecord record) => Of(record)
        .Where(member => member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null))
        .Select(member => $"{member.Key.ToUpperInvariant()}={TextOf(member.Value)}")
        .OrderBy(line => line, StringComparer.Ordinal);

    /// <summary>The names of the second set whose values the first one does not have.</summary>
    public static IEnumerable<string> Differing(IReadOnlyDictionary<string, JsonElement> present, IReadOnlyDictionary<string, JsonElement> wanted) =>
        wanted.Where(member => !AreEqual(Find(present, member.Key), member.Value)).Select(member => member.Key);

    public static JsonElement? Find(IReadOnlyDictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether two values are equal; a missing one equals null, and a number one in quotes, because servers vary that.</summary>
    public static bool AreEqual(JsonElement? one, JsonElement? other) => TextOf(one) == TextOf(other);

    /// <summary>Whether an empty text was sent, which removes a value, and the server returns null for it.</summary>
    public static bool IsRemoved(JsonElement sent, JsonElement stored) => TextOf(sent) is "" && TextOf(stored) is null;

    private static string? TextOf(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => value.Value.GetString(),
        _ => value.Value.GetRawText(),
    };

    private static Dictionary<string, JsonElement> Members(JsonElement json)
    {
        Dictionary<string, JsonElement> members = new(StringComparer.OrdinalIgnoreCase);
        foreach (var member in json.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }
}
