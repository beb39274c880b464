using System.Text.Json;

namespace Polaris.Client.Marc;

/// <summary>A field of a MARC record: a control field with data, or a data field with indicators and subfields.</summary>
/// <remarks>Fields compare by content: see <see cref="ContentEquals"/>.</remarks>
/// <example>
/// <code>
/// var control = new MarcField("001", "1126739");
/// var title = new MarcField("245", '1', '0', ('a', "Frog Face and the three boys /"), ('c', "Don Trembath."));
/// string? proper = title['a'];
/// </code>
/// </example>
public sealed class MarcField
{
    private List<MarcSubfield>? _subfields;

    /// <summary>Initializes a new instance of a control field, such as 001 or 008.</summary>
    /// <param name="tag">The tag, such as <c>008</c>.</param>
    /// <param name="data">The data; blanks count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="data"/> is null.</exception>
    public MarcField(string tag, string data)
    {
        Tag = tag ?? throw new ArgumentNullException(nameof(tag));
        Data = data ?? throw new ArgumentNullException(nameof(data));
    }

    /// <summary>Initializes a new instance of a data field.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    /// <param name="indicator1">The first indicator; a blank if it is not defined.</param>
    /// <param name="indicator2">The second indicator; a blank if it is not defined.</param>
    /// <param name="subfields">The subfields, in order; a code may occur more than once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/>, <paramref name="subfields"/> or the data of a subfield is null.</exception>
    public MarcField(string tag, char indicator1, char indicator2, params (char Code, string Data)[] subfields)
        : this(tag, Names.Indicators(indicator1, indicator2), [])
    {
        foreach ((char code, string data) in subfields ?? throw new ArgumentNullException(nameof(subfields)))
        {
            _subfields!.Add(new MarcSubfield(code, data));
        }
    }

    internal MarcField(string tag, string indicators, List<MarcSubfield> subfields)
    {
        Tag = tag ?? throw new ArgumentNullException(nameof(tag));
        Indicators = indicators;
        _subfields = subfields;
    }

    /// <summary>The tag, three characters in a valid record; never null.</summary>
    public string Tag { get; set => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>Whether the field has data instead of indicators and subfields.</summary>
    public bool IsControlField => _subfields is null;

    /// <summary>The data of a control field; an empty string for a data field.</summary>
    /// <exception cref="InvalidOperationException">The data of a data field is set.</exception>
    public string Data
    {
        get;
        set => field = !IsControlField
            ? throw new InvalidOperationException($"Field {Tag} is a data field: set its subfields instead.")
            : value ?? throw new ArgumentNullException(nameof(value));
    } = "";

    /// <summary>The indicators of a data field, two characters in a valid record; an empty string for a control field.</summary>
    public string Indicators { get; set => field = value ?? throw new ArgumentNullException(nameof(value)); } = "";

    /// <summary>The first indicator; a blank if there is none.</summary>
    public char Indicator1
    {
        get => Indicators.Length > 0 ? Indicators[0] : ' ';
        set => Indicators = Names.Indicators(value, Indicator2);
    }

    /// <summary>The second indicator; a blank if there is none.</summary>
    public char Indicator2
    {
        get => Indicators.Length > 1 ? Indicators[1] : ' ';
        set => Indicators = Names.Indicators(Indicator1, value);
    }

    /// <summary>The subfields, in order; empty and read-only for a control field.</summary>
    public IList<MarcSubfield> Subfields => (IList<MarcSubfield>?)_subfields ?? Array.Empty<MarcSubfield>();

    /// <summary>The position that Polaris numbers the field with; <c>null</c> to number fields by their order.</summary>
    /// <remarks>Only the JSON of Polaris has it. The order of <see cref="MarcRecord.Fields"/> wins if it disagrees.</remarks>
    public int? Position { get; set; }

    /// <summary>Members of the JSON of Polaris that this type does not know, kept as received.</summary>
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    internal List<MarcSubfield> SubfieldList => _subfields ?? [];

    /// <summary>The data of the first subfield with this code, or <c>null</c>; set to replace it, or to append a subfield.</summary>
    /// <param name="code">The code, such as <c>a</c>.</param>
    /// <value><c>null</c> removes all subfields with this code.</value>
    /// <exception cref="InvalidOperationException">A subfield of a control field is set.</exception>
    public string? this[char code]
    {
        get
        {
            foreach (MarcSubfield subfield in SubfieldList)
            {
                if (subfield.Code == code)
                {
                    return subfield.Data;
                }
            }

            return null;
        }

        set
        {
            if (value is null)
            {
                RemoveSubfields(code);
            }
            else if (SubfieldList.Find(subfield => subfield.Code == code) is { } existing)
            {
                existing.Data = value;
            }
            else
            {
                AddSubfield(code, value);
            }
        }
    }

    /// <summary>Returns the subfields with any of these codes, in order.</summary>
    /// <param name="codes">The codes, such as <c>abc</c>.</param>
    public IEnumerable<MarcSubfield> SubfieldsWithCode(params char[] codes) =>
        SubfieldList.Where(subfield => Array.IndexOf(codes, subfield.Code) >= 0);

    /// <summary>Adds a subfield at the end, or at an index.</summary>
    /// <param name="code">The code.</param>
    /// <param name="data">The data.</param>
    /// <param name="index">Where to insert the subfield; <c>null</c> to append it.</param>
    /// <returns>This field.</returns>
    /// <exception cref="InvalidOperationException">This is a control field.</exception>
    public MarcField AddSubfield(char code, string data, int? index = null)
    {
        List<MarcSubfield> subfields = _subfields ?? throw new InvalidOperationException($"Field {Tag} is a control field and has no subfields.");
        subfields.Insert(index ?? subfields.Count, new MarcSubfield(code, data));
        return this;
    }

    /// <summary>Removes all subfields with this code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The number of subfields removed.</returns>
    public int RemoveSubfields(char code) => SubfieldList.RemoveAll(subfield => subfield.Code == code);

    /// <summary>Formats the field for reading: the data of a control field, or the data of the subfields with a separator.</summary>
    /// <param name="codes">The codes to include, such as <c>abc</c>; <c>null</c> for all but 0 to 9, which hold links and sources.</param>
    /// <param name="separator">The text between subfields.</param>
    public string Format(string? codes = null, string separator = " ") => IsControlField
        ? Data
        : string.Join(separator, SubfieldList
            .Where(subfield => codes is null ? subfield.Code is not (>= '0' and <= '9') : codes.IndexOf(subfield.Code) >= 0)
            .Select(subfield => subfield.Data));

    /// <summary>Writes the field as a line of text: <c>245 10 $a Title / $c Author.</c></summary>
    public string ToText() => IsControlField
        ? $"{Tag}    {Data}"
        : $"{Tag} {Indicators} {string.Join(" ", SubfieldList.Select(subfield => $"${subfield.Code} {subfield.Data}"))}";

    /// <summary>Determines whether another field has the same tag, indicators, data and subfields, in the same order.</summary>
    /// <param name="other">The field to compare with.</param>
    public bool ContentEquals(MarcField? other)
    {
        if (other is null || Tag != other.Tag || IsControlField != other.IsControlField || Data != other.Data
            || Indicators != other.Indicators || SubfieldList.Count != other.SubfieldList.Count)
        {
            return false;
        }

        for (int i = 0; i < SubfieldList.Count; i++)
        {
            if (SubfieldList[i].Code != other.SubfieldList[i].Code || SubfieldList[i].Data != other.SubfieldList[i].Data)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Creates a copy that shares nothing with this field.</summary>
    public MarcField Clone()
    {
        MarcField copy = IsControlField
            ? new MarcField(Tag, Data)
            : new MarcField(Tag, Indicators, SubfieldList.ConvertAll(subfield => subfield.Clone()));
        copy.Position = Position;
        copy.AdditionalMembers = AdditionalMembers is null ? null : new(AdditionalMembers);
        return copy;
    }

    /// <summary>Returns the tag and the number of subfields, not their data.</summary>
    public override string ToString() => IsControlField ? Tag : $"{Tag} ({SubfieldList.Count} subfields)";
}
