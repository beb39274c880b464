using System.Text.Json.Nodes;

namespace Polaris.Client.Folio;

/// <summary>Finds the step for each wanted record, given all records of the tenant.</summary>
/// <param name="existing">The records of the tenant.</param>
/// <param name="membersOf">Returns the properties of a record as they are sent, without its ID.</param>
/// <param name="hasUniqueCode">Whether no two records may have the same code.</param>
internal sealed class VocabularyComparison<TRecord>(List<TRecord> existing, Func<TRecord, JsonObject> membersOf, bool hasUniqueCode)
    where TRecord : ReferenceRecord
{
    private readonly Dictionary<Guid, TRecord> _byId = existing.ToDictionary(record => record.Id);
    private readonly Dictionary<string, TRecord> _byName = FirstOfEach(existing, record => record.Name);
    private readonly Dictionary<string, TRecord> _byCode = hasUniqueCode
        ? FirstOfEach(existing, record => Text(membersOf(record)["code"]))
        : [];
    private readonly HashSet<string> _repeatedNames = new(
        existing.GroupBy(record => record.Name ?? "", StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key),
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<Guid> _matched = [];
    private readonly HashSet<string> _wantedNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The records of the tenant that correspond to no wanted one, once all steps are known.</summary>
    public IEnumerable<TRecord> Rest => existing.Where(record => !_matched.Contains(record.Id)).ToList();

    /// <summary>Whether only the server can decide if a record has the name.</summary>
    public bool NeedsSearch(TRecord wanted) => !IsNameless(wanted) && !_byName.ContainsKey(wanted.Name!);

    /// <summary>Adds that the server regards the name of a wanted record as that of an existing one.</summary>
    public void AddName(TRecord wanted, TRecord found) => _byName[wanted.Name!] = _byId.TryGetValue(found.Id, out var known) ? known : found;

    public VocabularyStep<TRecord> StepFor(TRecord wanted)
    {
        _byId.TryGetValue(wanted.Id, out var byId);
        if (IsNameless(wanted))
        {
            _ = byId is not null && _matched.Add(byId.Id);
            return Conflict(wanted, byId, "the record does not have a name");
        }

        _byName.TryGetValue(wanted.Name!, out var byName);

        // Names of some vocabularies are not unique: a record that keeps its name can take it from no other.
        var keepsName = byId is not null && string.Equals(byId.Name, wanted.Name, StringComparison.OrdinalIgnoreCase);
        if (byId is null && _repeatedNames.Contains(wanted.Name!))
        {
            return Conflict(wanted, byName, "several records have this name");
        }

        var match = byId ?? byName;
        if (match is not null && !_matched.Add(match.Id))
        {
            return Conflict(wanted, match, $"the record {match.Id} is wanted twice");
        }

        if (!_wantedNames.Add(wanted.Name!) && !keepsName)
        {
            return Conflict(wanted, match, "the name is wanted twice");
        }

        if (byName is not null && byName.Id != match!.Id && !keepsName)
        {
            return Conflict(wanted, byName, $"the name belongs to the record {byName.Id}");
        }

        return CodeTakenBy(wanted, match) is { } holder
            ? Conflict(wanted, holder, $"the code belongs to the record {holder.Id}, \"{holder.Name}\"")
            : match is null ? new(VocabularyStepKind.Create, wanted)
            : Compare(wanted, match);
    }

    private static Dictionary<string, TRecord> FirstOfEach(IEnumerable<TRecord> records, Func<TRecord, string?> valueOf)
    {
        var first = new Dictionary<string, TRecord>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in records)
        {
            if (valueOf(record) is { } value && !first.ContainsKey(value))
            {
                first.Add(value, record);
            }
        }

        return first;
    }

    private static bool IsNameless(TRecord record) => string.IsNullOrWhiteSpace(record.Name);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static VocabularyStep<TRecord> Conflict(TRecord wanted, TRecord? other, string reason) =>
        new(VocabularyStepKind.Conflict, wanted, other, reason: reason);

    private TRecord? CodeTakenBy(TRecord wanted, TRecord? match) =>
        hasUniqueCode && Text(membersOf(wanted)["code"]) is { } code && _byCode.TryGetValue(code, out var holder) && holder.Id != match?.Id
            ? holder
            : null;

    private VocabularyStep<TRecord> Compare(TRecord wanted, TRecord match)
    {
        var there = membersOf(match);
        List<string> differences = [.. membersOf(wanted).Where(member => !JsonNode.DeepEquals(member.Value, there[member.Key])).Select(member => member.Key)];
        return differences.Count == 0 ? new(VocabularyStepKind.Same, wanted, match)
            : Text(there["source"]) is "folio" or "system"
                ? new(VocabularyStepKind.Conflict, wanted, match, differences, "the record belongs to the system")
            : new(VocabularyStepKind.Change, wanted, match, differences);
    }
}
