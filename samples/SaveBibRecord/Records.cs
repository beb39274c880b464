using Polaris.Client.Marc;

namespace SaveBibRecord;

/// <summary>Reads records from files.</summary>
internal static class Records
{
    public const string Bibliographic = "frankenstein.json";
    public const string Authority = "authority.json";

    public static MarcRecord Load(string? file, string bundled = Bibliographic) =>
        MarcRecord.FromJson(File.ReadAllText(file ?? Path.Combine(AppContext.BaseDirectory, "records", bundled)));
}
