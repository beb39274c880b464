namespace Polaris.Client.Marc;

/// <summary>How serious a problem is.</summary>
public enum MarcSeverity
{
    /// <summary>The record does not follow MARC 21, but it can be exchanged.</summary>
    Warning,

    /// <summary>The record cannot be exchanged without loss.</summary>
    Error,
}

/// <summary>A problem of a record.</summary>
/// <param name="Severity">How serious it is.</param>
/// <param name="Path">Where it is, such as <c>leader</c> or <c>fields[3] (245) $a</c>, counted from 0.</param>
/// <param name="Message">What is wrong, without the data of the record.</param>
public sealed record MarcProblem(MarcSeverity Severity, string Path, string Message)
{
    /// <summary>Returns where the problem is and what is wrong.</summary>
    public override string ToString() => $"{Path}: {Message}";
}

internal static class MarcValidation
{
    private static readonly string[] Single = ["001", "003", "005", "008", "245"];

    public static IReadOnlyList<MarcProblem> ProblemsOf(MarcRecord record)
    {
        List<MarcProblem> problems = [];
        Leader(record.Leader, problems);
        for (int i = 0; i < record.FieldList.Count; i++)
        {
            MarcField field = record.FieldList[i];
            string path = PathOf(record, i);
            Tag(field, path, problems);
            if (field.IsControlField)
            {
                ControlField(record, field, path, problems);
            }
            else
            {
                DataField(field, path, problems);
            }
        }

        Occurrences(record, problems);
        return problems;
    }

    public static string PathOf(MarcRecord record, int index) => $"fields[{index}] ({record.FieldList[index].Tag})";

    public static bool IsTag(string tag) => tag.Length == 3 && tag.All(c => c is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z');

    public static bool IsIndicator(char c) => c is ' ' or >= '0' and <= '9' or >= 'a' and <= 'z';

    public static bool IsCode(char c) => c is > ' ' and < '\u007F' and not '|' and not '@';

    /// <summary>The index of the first character that ISO 2709 uses as a delimiter; -1 without one.</summary>
    public static int IndexOfDelimiter(string data) => data.AsSpan().IndexOfAny('\u001D', '\u001E', '\u001F');

    /// <summary>The index of the first surrogate without its partner; -1 without one.</summary>
    public static int IndexOfLoneSurrogate(string data)
    {
        for (int i = 0; i < data.Length; i++)
        {
            if (!char.IsSurrogate(data[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(data[i]) || i + 1 == data.Length || !char.IsLowSurrogate(data[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    private static void Leader(string leader, List<MarcProblem> problems)
    {
        if (leader.Length != MarcLeader.Length)
        {
            problems.Add(new(MarcSeverity.Error, "leader", $"The leader has {leader.Length} characters instead of {MarcLeader.Length}."));
            return;
        }

        if (leader.Any(c => c is < ' ' or > '~'))
        {
            problems.Add(new(MarcSeverity.Error, "leader", "The leader has a character other than printable ASCII."));
        }

        if (leader[MarcLeader.Encoding] is not (' ' or 'a'))
        {
            problems.Add(new(MarcSeverity.Warning, "leader", "Position 09 is neither blank (MARC-8) nor a (Unicode)."));
        }
    }

    private static void Tag(MarcField field, string path, List<MarcProblem> problems)
    {
        if (!IsTag(field.Tag))
        {
            problems.Add(new(MarcSeverity.Error, path, "The tag is not three ASCII letters or digits."));
        }
        else if (Names.IsControlTag(field.Tag) != field.IsControlField)
        {
            problems.Add(new(MarcSeverity.Error, path, field.IsControlField
                ? $"Field {field.Tag} has data instead of indicators and subfields."
                : $"Field {field.Tag} has subfields, but tags that begin with 00 are control fields."));
        }
        else if (field.Tag.Any(c => c is < '0' or > '9'))
        {
            problems.Add(new(MarcSeverity.Warning, path, "The tag is not three digits."));
        }
    }

    private static void ControlField(MarcRecord record, MarcField field, string path, List<MarcProblem> problems)
    {
        Data(field.Data, path, problems);
        int expected = record.RecordType switch
        {
            'u' or 'v' or 'x' or 'y' => 32, // holdings
            'w' => 14, // classification
            'q' => 15, // community information
            _ => 40,
        };
        if (field.Tag == "008" && field.Data.Length != expected)
        {
            problems.Add(new(MarcSeverity.Warning, path, $"Field 008 has {field.Data.Length} characters instead of {expected}."));
        }
    }

    private static void DataField(MarcField field, string path, List<MarcProblem> problems)
    {
        if (field.Indicators.Length != 2)
        {
            problems.Add(new(MarcSeverity.Error, path, $"The field has {field.Indicators.Length} indicators instead of 2."));
        }

        if (field.Indicators.Any(indicator => !IsIndicator(indicator)))
        {
            problems.Add(new(MarcSeverity.Error, path, "An indicator is not a blank, a digit or a lowercase letter."));
        }

        if (field.SubfieldList.Count == 0)
        {
            problems.Add(new(MarcSeverity.Error, path, "A data field has at least one subfield, but this has none."));
        }

        foreach (MarcSubfield subfield in field.SubfieldList)
        {
            if (!IsCode(subfield.Code))
            {
                problems.Add(new(MarcSeverity.Error, path, $"The subfield code U+{(int)subfield.Code:X4} is not allowed."));
            }
            else if (subfield.Code is not (>= '0' and <= '9' or >= 'a' and <= 'z'))
            {
                problems.Add(new(MarcSeverity.Warning, $"{path} ${subfield.Code}", "MARC 21 uses lowercase letters and digits as subfield codes."));
            }

            Data(subfield.Data, $"{path} ${subfield.Code}", problems);
        }
    }

    private static void Data(string data, string path, List<MarcProblem> problems)
    {
        if (IndexOfDelimiter(data) is >= 0 and int at)
        {
            problems.Add(new(MarcSeverity.Error, path, $"The data has the delimiter U+{(int)data[at]:X4} at character {at}."));
        }

        if (IndexOfLoneSurrogate(data) is >= 0 and int lone)
        {
            problems.Add(new(MarcSeverity.Error, path, $"The data has a surrogate without its partner at character {lone}."));
        }

        if (data.Any(c => c is < ' ' and not ('\u001B' or '\u001D' or '\u001E' or '\u001F')))
        {
            problems.Add(new(MarcSeverity.Warning, path, "The data has a control character."));
        }
    }

    private static void Occurrences(MarcRecord record, List<MarcProblem> problems)
    {
        foreach (string tag in Single)
        {
            int count = record.FieldList.Count(field => field.Tag == tag);
            if (count > 1)
            {
                problems.Add(new(MarcSeverity.Error, tag, $"Field {tag} occurs {count} times; it is not repeatable."));
            }
        }

        bool isBibliographic = record.RecordType is not ('z' or 'u' or 'v' or 'x' or 'y' or 'w' or 'q');
        if (isBibliographic && record["245"] is null)
        {
            problems.Add(new(MarcSeverity.Warning, "245", "Field 245 is missing."));
        }
    }
}
