using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RunRecovery.Core.Content;

/// <summary>Writes entries of a header as YAML: verbatim where they were YAML, from their values where they came from elsewhere.</summary>
internal static partial class YamlText
{
    public static string? Of(IEnumerable<HeaderEntry> entries)
    {
        var yaml = string.Join('\n', entries.Select(entry => entry.Verbatim ?? Written(entry)));
        return yaml.Length == 0 ? null : yaml;
    }

    public static string Written(HeaderEntry entry)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var yaml = new Emitter(text, new EmitterSettings().WithBestWidth(int.MaxValue));
        yaml.Emit(new StreamStart());
        yaml.Emit(new DocumentStart());
        Emit(yaml, new HeaderValue.Mapping([entry]));
        yaml.Emit(new DocumentEnd(isImplicit: true));
        yaml.Emit(new StreamEnd());
        return text.ToString().TrimEnd();
    }

    private static void Emit(Emitter yaml, HeaderValue value)
    {
        switch (value)
        {
            case HeaderValue.Mapping mapping:
                yaml.Emit(new MappingStart());
                foreach (var entry in mapping.Entries)
                {
                    yaml.Emit(new Scalar(entry.Key));
                    Emit(yaml, entry.Value);
                }

                yaml.Emit(new MappingEnd());
                break;
            case HeaderValue.Sequence sequence:
                yaml.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, sequence.Items.All(item => item is HeaderValue.Scalar) ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in sequence.Items)
                {
                    Emit(yaml, item);
                }

                yaml.Emit(new SequenceEnd());
                break;
            case HeaderValue.Scalar scalar:
                var style = scalar.IsText && !(Plain.IsMatch(scalar.Text) && !Special.IsMatch(scalar.Text)) ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain;
                var text = scalar == HeaderValue.Nothing ? "null" : scalar.Text;
                yaml.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
                break;
        }
    }

    /// <summary>Text that no reader of YAML takes for anything else: letters first, and nothing that has a meaning.</summary>
    [GeneratedRegex(@"^[A-Za-z/](?:[\p{L}\p{N} _./()+-]|:(?=[\p{L}\p{N}]))*(?<! )\z")]
    private static partial Regex Plain { get; }

    /// <summary>Words that some version of YAML takes for yes, no or nothing.</summary>
    [GeneratedRegex(@"^(?:y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Special { get; }
}
