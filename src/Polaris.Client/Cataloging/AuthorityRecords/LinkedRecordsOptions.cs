namespace Polaris.Client.Cataloging;

/// <summary>The data of a reply to prompt 145. What the numbers mean is not documented.</summary>
internal sealed class LinkedRecordsOptions
{
    public int BibOption { get; set; }

    public int SeeAlsoOption { get; set; }
}
