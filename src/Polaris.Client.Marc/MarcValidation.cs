namespace Polaris.Client.Marc;

internal static class MarcValidation
{
    private const int LeaderLength = 24;
    private const int TagLength = 3;
    private const int FixedFieldLength = 40;

    public static IReadOnlyList<MarcProblem> ProblemsOf(MarcRecord record) =>
        [.. Leader(record), .. ControlFields(record), .. DataFields(record), .. Positions(record)];

    private static IEnumerable<MarcProblem> Leader(MarcRecord record) =>
        Length("leader", "The leader", record.Leader, LeaderLength);

    private static IEnumerable<MarcProblem> ControlFields(MarcRecord record) =>
        record.ControlFields.SelectMany((field, i) => ControlField(field, $"controlfields[{i}]"));

    private static IEnumerable<MarcProblem> DataFields(MarcRecord record) =>
        record.DataFields.SelectMany((field, i) => DataField(field, $"datafields[{i}]"));

    private static IEnumerable<MarcProblem> ControlField(MarcControlField field, string path) =>
    [
        .. Length($"{path}.tag", "A tag", field.Tag, TagLength),
        .. field.Tag == "008" ? Length($"{path}.data", "Field 008", field.Data, FixedFieldLength) : [],
    ];

    private static IEnumerable<MarcProblem> DataField(MarcDataField field, string path)
    {
        IEnumerable<MarcProblem> problems =
        [
            .. Length($"{path}.tag", "A tag", field.Tag, TagLength),
            .. Length($"{path}.ind1", "An indicator", field.Indicator1, 1),
            .. Length($"{path}.ind2", "An indicator", field.Indicator2, 1),
            .. field.Subfields.SelectMany(
                (subfield, i) => Length($"{path}.subfields[{i}].code", "A code", subfield.Code, 1)),
        ];
        return field.Subfields.Count > 0
            ? problems
            : [.. problems, new($"{path}.subfields", "A data field has subfields, but this has none.")];
    }

    private static IEnumerable<MarcProblem> Positions(MarcRecord record) =>
        record.ControlFields.Select(field => field.Position)
        .Concat(record.DataFields.Select(field => field.Position))
        .OfType<int>()
        .GroupBy(position => position)
        .Where(group => group.Skip(1).Any())
        .Select(group => new MarcProblem("position", $"Place {group.Key} is taken by {group.Count()} fields."));

    private static IEnumerable<MarcProblem> Length(string path, string what, string value, int expected) =>
        value.Length == expected
            ? []
            : [new(path, $"{what} has {expected} character{(expected == 1 ? "" : "s")}, but this has {value.Length}.")];
}
