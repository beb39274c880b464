namespace Polaris.Client.Marc;

/// <content>Reading a record from text and writing it as text.</content>
public sealed partial class MarcRecord
{
    /// <summary>Reads one record, in the JSON of Polaris or in the MARC-in-JSON of pymarc, marc4j and others.</summary>
    /// <param name="json">A record, or a collection that holds just one. An object with <c>fields</c> is
    /// MARC-in-JSON.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="MarcFormatException">The text is no JSON, or no MARC record; the message says
    /// where.</exception>
    public static MarcRecord FromJson(string json)
    {
        IList<MarcRecord> records = MarcCollection.FromJson(json).Records;
        return records.Count == 1
            ? records[0]
            : throw new MarcFormatException("$", $"one record was expected, but {records.Count} were found");
    }

    /// <summary>Writes the record in the JSON of Polaris.</summary>
    /// <returns>A JSON object; fields without a place get one.</returns>
    public string ToJson() => MarcText.Write(writer => MarcWireWriter.Write(writer, this));

    /// <summary>Writes the record in MARC-in-JSON, the form pymarc, marc4j and others read.</summary>
    /// <returns>A JSON object without <see cref="Id"/>, places and additional members, which that form does not
    /// have.</returns>
    public string ToMarcInJson() => MarcText.Write(writer => MarcInJson.Write(writer, this));
}
