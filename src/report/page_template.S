// The file that FIELDGAP_PAGE names, byte for byte.
    .section .rodata
    .global fieldgap_page_begin
    .global fieldgap_page_end
fieldgap_page_begin:
    .incbin FIELDGAP_PAGE
fieldgap_page_end:
    .section .note.GNU-stack,"",%progbits
