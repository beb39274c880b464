namespace Polaris.Client.Marc;

/// <content>Building and changing a record.</content>
public sealed partial class MarcRecord
{
    /// <summary>Adds a control field after the last control field.</summary>
    /// <param name="tag">The tag, such as <c>008</c>.</param>
    /// <param name="data">The data; blanks count.</param>
    /// <returns>This record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="data"/> is null.</exception>
    public MarcRecord Control(string tag, string data)
    {
        _fields.Insert(_fields.FindLastIndex(field => field.IsControlField) + 1, new MarcField(tag, data));
        return this;
    }

    /// <summary>Adds a data field at the end of the record.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    /// <param name="indicator1">The first indicator; a blank if it is not defined.</param>
    /// <param name="indicator2">The second indicator; a blank if it is not defined.</param>
    /// <param name="subfields">The subfields, in order.</param>
    /// <returns>This record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/>, <paramref name="subfields"/> or the data of a subfield is null.</exception>
    public MarcRecord Field(string tag, char indicator1, char indicator2, params (char Code, string Data)[] subfields)
    {
        _fields.Add(new MarcField(tag, indicator1, indicator2, subfields));
        return this;
    }

    /// <summary>Inserts a field in the order of tags: before the first field with a higher tag.</summary>
    /// <param name="field">The field.</param>
    /// <returns>This record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is null.</exception>
    public MarcRecord InsertInOrder(MarcField field)
    {
        int at = _fields.FindIndex(other => string.CompareOrdinal(other.Tag, Required(field).Tag) > 0);
        _fields.Insert(at < 0 ? _fields.Count : at, Required(field));
        return this;
    }

    /// <summary>Inserts a field after the last field of its group (<c>6XX</c> for 650), or in the order of tags if the group is empty.</summary>
    /// <param name="field">The field.</param>
    /// <returns>This record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is null.</exception>
    public MarcRecord InsertInGroup(MarcField field)
    {
        string group = Required(field).Tag.Length == 3 ? field.Tag[0] + "XX" : field.Tag;
        int last = _fields.FindLastIndex(other => Matches(other.Tag, [group]));
        if (last < 0)
        {
            return InsertInOrder(field);
        }

        _fields.Insert(last + 1, field);
        return this;
    }

    /// <summary>Replaces all fields that have this tag with one control field, or adds it if there are none.</summary>
    /// <param name="tag">The tag, such as <c>008</c>.</param>
    /// <param name="data">The data; blanks count.</param>
    /// <returns>This record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="data"/> is null.</exception>
    public MarcRecord ReplaceControl(string tag, string data)
    {
        if (!Replace(new MarcField(tag, data)))
        {
            Control(tag, data);
        }

        return this;
    }

    /// <summary>Replaces all fields that have this tag with one data field, or appends it if there are none.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    /// <param name="indicator1">The first indicator; a blank if it is not defined.</param>
    /// <param name="indicator2">The second indicator; a blank if it is not defined.</param>
    /// <param name="subfields">The subfields, in order.</param>
    /// <returns>This record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/>, <paramref name="subfields"/> or the data of a subfield is null.</exception>
    public MarcRecord ReplaceField(string tag, char indicator1, char indicator2, params (char Code, string Data)[] subfields)
    {
        MarcField replacement = new(tag, indicator1, indicator2, subfields);
        if (!Replace(replacement))
        {
            _fields.Add(replacement);
        }

        return this;
    }

    /// <summary>Removes all fields with any of these tags. An <c>X</c> stands for any character: <c>9XX</c>.</summary>
    /// <param name="tags">Tags or patterns.</param>
    /// <returns>The number of fields removed.</returns>
    public int RemoveFields(params string[] tags) => _fields.RemoveAll(field => Matches(field.Tag, tags));

    private static MarcField Required(MarcField field) => field ?? throw new ArgumentNullException(nameof(field));

    private bool Replace(MarcField replacement)
    {
        int first = _fields.FindIndex(field => field.Tag == replacement.Tag);
        if (first < 0)
        {
            return false;
        }

        replacement.Position = _fields[first].Position;
        _fields.RemoveAll(field => field.Tag == replacement.Tag);
        _fields.Insert(first, replacement);
        return true;
    }
}
