namespace Polaris.Client.Marc;

/// <content>Building and changing a record.</content>
public sealed partial class MarcRecord
{
    /// <summary>Adds a control field at the end of the control fields.</summary>
    /// <param name="tag">The tag, such as <c>008</c>.</param>
    /// <param name="data">The text; blanks count.</param>
    /// <returns>This record, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="data"/> is null.</exception>
    public MarcRecord Control(string tag, string data)
    {
        ControlFields.Add(new MarcControlField(tag, data));
        return this;
    }

    /// <summary>Adds a data field at the end of the record.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    /// <param name="indicator1">The first indicator; a blank for none.</param>
    /// <param name="indicator2">The second indicator; a blank for none.</param>
    /// <param name="subfields">The subfields in their order.</param>
    /// <returns>This record, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/>, <paramref name="subfields"/> or a text is
    /// null.</exception>
    public MarcRecord Field(string tag, char indicator1, char indicator2, params (char Code, string Data)[] subfields)
    {
        DataFields.Add(new MarcDataField(tag, indicator1, indicator2, subfields));
        return this;
    }

    /// <summary>Puts one control field in the place of all with its tag; at the end when there was none.</summary>
    /// <param name="tag">The tag, such as <c>008</c>.</param>
    /// <param name="data">The text; blanks count.</param>
    /// <returns>This record, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="data"/> is null.</exception>
    public MarcRecord ReplaceControl(string tag, string data)
    {
        MarcControlField replacement = new(tag, data);
        replacement.Position = Replace(ControlFields, field => field.Tag == tag, replacement)?.Position;
        return this;
    }

    /// <summary>Puts one data field in the place of all with its tag; at the end when there was none.</summary>
    /// <param name="tag">The tag, such as <c>245</c>.</param>
    /// <param name="indicator1">The first indicator; a blank for none.</param>
    /// <param name="indicator2">The second indicator; a blank for none.</param>
    /// <param name="subfields">The subfields in their order.</param>
    /// <returns>This record, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/>, <paramref name="subfields"/> or a text is
    /// null.</exception>
    public MarcRecord ReplaceField(
        string tag, char indicator1, char indicator2, params (char Code, string Data)[] subfields)
    {
        MarcDataField replacement = new(tag, indicator1, indicator2, subfields);
        replacement.Position = Replace(DataFields, field => field.Tag == tag, replacement)?.Position;
        return this;
    }

    /// <summary>Removes all control and data fields with a tag.</summary>
    /// <param name="tag">The tag, such as <c>650</c>.</param>
    /// <returns>How many fields were removed.</returns>
    public int RemoveFields(string tag) =>
        RemoveAll(ControlFields, field => field.Tag == tag, from: 0)
        + RemoveAll(DataFields, field => field.Tag == tag, from: 0);

    /// <summary>Forgets the places of all fields, so that they follow the order of the two lists when the record is
    /// written.</summary>
    /// <returns>This record, to go on with.</returns>
    /// <remarks>Wanted after moving fields of a record that came from the server: a field keeps its place
    /// otherwise.</remarks>
    public MarcRecord Renumber()
    {
        foreach (MarcControlField field in ControlFields)
        {
            field.Position = null;
        }

        foreach (MarcDataField field in DataFields)
        {
            field.Position = null;
        }

        return this;
    }

    private static T? Replace<T>(IList<T> fields, Func<T, bool> isMeant, T replacement)
        where T : class
    {
        T? first = fields.FirstOrDefault(isMeant);
        if (first is null)
        {
            fields.Add(replacement);
            return null;
        }

        int place = fields.IndexOf(first);
        RemoveAll(fields, isMeant, from: place + 1);
        fields[place] = replacement;
        return first;
    }

    private static int RemoveAll<T>(IList<T> fields, Func<T, bool> isMeant, int from)
    {
        int before = fields.Count;
        for (int i = before - 1; i >= from; i--)
        {
            if (isMeant(fields[i]))
            {
                fields.RemoveAt(i);
            }
        }

        return before - fields.Count;
    }
}
