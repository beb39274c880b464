using System.Text.Json;

namespace Polaris.Client.Marc;

/// <summary>Reads records from parsed JSON: MARC-in-JSON, the older form of marc4j, and the JSON of Polaris.</summary>
/// <param name="log">Where deviations are reported.</param>
/// <param name="refuseLoss">Whether a deviation that loses data is refused, because its report would reach no one.</param>
internal sealed class MarcJsonReader(DeviationLog log, bool refuseLoss = false)
{
    /// <summary>The name of a member in the JSON of Polaris for its other names.</summary>
    public static string Canonical(string name) => name.ToLowerInvariant() switch
    {
        "controlfield" => "controlfields",
        "datafield" => "datafields",
        "subfield" => "subfields",
        var lower => lower,
    };

    /// <summary>Reads a record that <see cref="MarcJsonEnvelope.Find"/> has found.</summary>
    public MarcRecord ReadRecord(JsonElement value, string path)
    {
        MarcRecord record = new("");
        bool hasFields = false;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string name = JsonText.NameOf(member), at = JsonText.Step(path, name);
            switch (Canonical(name))
            {
                case "leader":
                    if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                    {
                        Lose(at, $"a {member.Value.ValueKind} where the leader was expected");
                    }

                    record.Leader = Text(member.Value, at);
                    break;
                case "fields":
                    if (hasFields)
                    {
                        Note(at, "appended the fields of a second member");
                    }

                    hasFields = true;
                    Each(member.Value, at, (field, place) => ReadFields(record, field, place));
                    break;
                case "controlfields":
                    Each(member.Value, at, (field, place) => record.FieldList.Add(ReadControlField(field, place)));
                    break;
                case "datafields":
                    Each(member.Value, at, (field, place) => record.FieldList.Add(ReadDataField(field, place)));
                    break;
                case "id" when JsonText.Number(member.Value) is { } id:
                    record.Id = id;
                    break;
                default:
                    (record.AdditionalMembers ??= [])[name] = member.Value.Clone();
                    break;
            }
        }

        SortByPosition(record);
        ReportForm(record, path);
        return record;
    }

    private void ReportForm(MarcRecord record, string path)
    {
        if (record.Leader.Length != MarcLeader.Length)
        {
            log.Add(MarcDeviationKind.Leader, log.Offset, $"kept a leader of {record.Leader.Length} characters at {path}", MarcParser.Shorten(record.Leader));
        }

        foreach (MarcField field in record.FieldList)
        {
            if (!MarcValidation.IsTag(field.Tag))
            {
                log.Add(MarcDeviationKind.Tag, log.Offset, $"kept the tag of a field at {path}", MarcParser.Shorten(field.Tag), field.Tag);
            }
        }
    }

    // Polaris numbers control and data fields together; a field without a number stays behind the field before it.
    private static void SortByPosition(MarcRecord record)
    {
        if (!record.FieldList.Exists(field => field.Position is not null))
        {
            return;
        }

        int last = 0;
        List<(int Key, MarcField Field)> keyed = record.FieldList.ConvertAll(field => (last = field.Position ?? last, field));
        record.FieldList.Clear();
        record.FieldList.AddRange(keyed.OrderBy(entry => entry.Key).Select(entry => entry.Field));
    }

    private void ReadFields(MarcRecord record, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Lose(path, $"a {value.ValueKind} where a field was expected");
            return;
        }

        if (HasSeveralMembers(value) && value.EnumerateObject().Any(member => JsonText.NameOf(member) == "tag"))
        {
            Lose(path, "a field whose tag is a value instead of a name");
            return;
        }

        int count = 0;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string tag = JsonText.NameOf(member), at = JsonText.Step(path, tag);
            if (++count > 1)
            {
                Note(at, "read another field of the same object", tag);
            }

            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                record.FieldList.Add(ReadMarcInJsonField(tag, member.Value, at));
            }
            else
            {
                record.FieldList.Add(new MarcField(tag, Text(member.Value, at)));
            }
        }
    }

    private static bool HasSeveralMembers(JsonElement value)
    {
        JsonElement.ObjectEnumerator members = value.EnumerateObject();
        return members.MoveNext() && members.MoveNext();
    }

    private MarcField ReadMarcInJsonField(string tag, JsonElement value, string path)
    {
        char first = ' ', second = ' ';
        List<MarcSubfield> subfields = [];
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string name = JsonText.NameOf(member), at = JsonText.Step(path, name);
            switch (name)
            {
                case "ind1":
                    first = Indicator(member.Value, at, tag);
                    break;
                case "ind2":
                    second = Indicator(member.Value, at, tag);
                    break;
                case "subfields" when member.Value.ValueKind == JsonValueKind.Object:
                    ReadSubfields(subfields, member.Value, at, tag);
                    break;
                case "subfields":
                    Each(member.Value, at, (subfield, place) => ReadSubfields(subfields, subfield, place, tag));
                    break;
                default:
                    Lose(at, "a member that MARC-in-JSON does not have", tag);
                    break;
            }
        }

        return new MarcField(tag, Names.Indicators(first, second), subfields);
    }

    private void ReadSubfields(List<MarcSubfield> subfields, JsonElement value, string path, string tag)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Lose(path, $"a {value.ValueKind} where a subfield was expected", tag);
            return;
        }

        int count = 0;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string name = JsonText.NameOf(member), at = JsonText.Step(path, name);
            if (++count > 1)
            {
                Note(at, "read another subfield of the same object", tag);
            }

            subfields.Add(new MarcSubfield(Code(name, at, tag), Text(member.Value, at)));
        }
    }

    private MarcField ReadControlField(JsonElement value, string path)
    {
        MarcField field = new("", "");
        Members(value, path, (name, member, at) =>
        {
            switch (name.ToLowerInvariant())
            {
                case "tag":
                    field.Tag = Text(member, at);
                    break;
                case "data":
                    field.Data = Text(member, at);
                    break;
                case "position" when JsonText.Number(member) is { } position:
                    field.Position = position;
                    break;
                default:
                    (field.AdditionalMembers ??= [])[name] = member.Clone();
                    break;
            }
        });
        return field;
    }

    private MarcField ReadDataField(JsonElement value, string path)
    {
        MarcField field = new("", "  ", []);
        Members(value, path, (name, member, at) =>
        {
            switch (Canonical(name))
            {
                case "tag":
                    field.Tag = Text(member, at);
                    break;
                case "ind":
                    field.Indicators = Text(member, at);
                    break;
                case "ind1":
                    field.Indicators = Names.Indicators(Indicator(member, at, field.Tag), field.Indicator2);
                    break;
                case "ind2":
                    field.Indicators = Names.Indicators(field.Indicator1, Indicator(member, at, field.Tag));
                    break;
                case "subfields":
                    Each(member, at, (subfield, place) => field.SubfieldList.Add(ReadSubfield(subfield, place, field.Tag)));
                    break;
                case "position" when JsonText.Number(member) is { } position:
                    field.Position = position;
                    break;
                default:
                    (field.AdditionalMembers ??= [])[name] = member.Clone();
                    break;
            }
        });
        return field;
    }

    private MarcSubfield ReadSubfield(JsonElement value, string path, string tag)
    {
        MarcSubfield subfield = new('?', "");
        bool hasCode = false;
        Members(value, path, (name, member, at) =>
        {
            switch (name.ToLowerInvariant())
            {
                case "code":
                    subfield.Code = Code(Text(member, at), at, tag);
                    hasCode = true;
                    break;
                case "data":
                    subfield.Data = Text(member, at);
                    break;
                default:
                    (subfield.AdditionalMembers ??= [])[name] = member.Clone();
                    break;
            }
        });
        if (!hasCode)
        {
            log.Add(MarcDeviationKind.SubfieldCode, log.Offset, $"read a missing code as ? at {path}", tag: tag);
        }

        return subfield;
    }

    private void Members(JsonElement value, string path, Action<string, JsonElement, string> read)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Lose(path, $"a {value.ValueKind} where an object was expected");
            return;
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            string name = JsonText.NameOf(member);
            read(name, member.Value, JsonText.Step(path, name));
        }
    }

    private void Each(JsonElement value, string path, Action<JsonElement, string> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                Lose(path, $"a {value.ValueKind} where an array was expected");
            }

            return;
        }

        int i = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            string at = $"{path}[{i++}]";
            if (item.ValueKind == JsonValueKind.Null)
            {
                Note(at, "ignored a null");
            }
            else
            {
                read(item, at);
            }
        }
    }

    private char Indicator(JsonElement value, string path, string tag)
    {
        string text = value.ValueKind == JsonValueKind.Null ? "" : Text(value, path);
        if (text.Length == 1)
        {
            return text[0];
        }

        Refuse(text.Length > 1, path, "an indicator of several characters");
        log.Add(MarcDeviationKind.Indicators, log.Offset, $"read the indicator as a blank at {path}", text, tag);
        return text.Length == 0 ? ' ' : text[0];
    }

    private char Code(string code, string path, string tag)
    {
        if (code.Length == 1)
        {
            return code[0];
        }

        Refuse(code.Length > 1, path, "a subfield code of several characters");
        char read = code.Length == 0 ? '?' : code[0];
        log.Add(MarcDeviationKind.SubfieldCode, log.Offset, $"read the code as {read} at {path}", code, tag, read);
        return read;
    }

    private void Note(string path, string done, string? tag = null) =>
        log.Add(MarcDeviationKind.UnknownMember, log.Offset, $"{done} at {path}", tag: tag);

    private void Lose(string path, string found, string? tag = null, MarcDeviationKind kind = MarcDeviationKind.UnknownMember)
    {
        Refuse(true, path, found);
        log.Add(kind, log.Offset, $"ignored {found} at {path}", tag: tag);
    }

    private void Refuse(bool isLoss, string path, string found)
    {
        if (isLoss && refuseLoss)
        {
            throw new MarcFormatException($"found {found}", path);
        }
    }

    private string Text(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                try
                {
                    return value.GetString()!;
                }
                catch (InvalidOperationException)
                {
                    Lose(path, "a surrogate without its partner", kind: MarcDeviationKind.InvalidCharacter);
                    return JsonText.Unescape(value.GetRawText());
                }

            case JsonValueKind.Null:
                return "";
            default:
                log.Add(MarcDeviationKind.NotWellFormed, log.Offset, $"read a {value.ValueKind} as text at {path}");
                return value.GetRawText();
        }
    }
}
